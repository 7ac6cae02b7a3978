/** What the player passes around: the workout as prescribed, and a session while it runs (plain JSON). */
import type { Wanted } from "./audio.js";
import type { Measure } from "./tempo.js";

// deno-lint-ignore no-explicit-any
export type Fields = Record<string, any>;
export type Side = "left" | "right" | "both";

export interface Reason {
  rule: string;
  values?: Fields;
  entries?: string[];
}

export interface Item {
  slot: string;
  name: string;
  block: string;
  exercise: string;
  sets: number;
  reps?: number;
  hold_s?: number;
  contacts?: number;
  distance_m?: number;
  load_g: number;
  load: string;
  band?: number;
  sides: "both" | "each";
  tempo?: string;
  rest_s: number;
  rir?: number | null;
  rung: number;
  regions?: string[];
  /** Consecutive items of one group are done in rounds: a set of each, then the next of each. */
  group?: string;
  /** The side to begin with; left when not said. */
  first?: "left" | "right";
  /** One more set for the weaker side alone, after the others: set `sets`, counted from 0. */
  extra?: { side: "left" | "right"; sets: 1 };
  /** Where it is done, once a session has moved between home and gym. */
  place?: "home" | "gym";
  reasons: Reason[];
  change?: Fields;
}

export interface Workout {
  template: string;
  name: string;
  stage?: number;
  kind: string;
  place: "home" | "gym";
  minutes: number;
  items: Item[];
  dropped?: { slot: string; reasons: Reason[] }[];
  reasons: Reason[];
}

/** What the timeline needs of the exercise, frozen with the session. */
export interface Manner {
  measure: Measure;
  starts: "top" | "bottom";
  contact_s: number;
}

export interface Place {
  item: number;
  set: number;
  side: Side;
}

/** One set in the order of the session: which sides it has, and the round it belongs to. */
export interface Turn extends Place {
  sides: Side[];
  round: number;
  /** Why there is this set beyond those prescribed: for the weaker side, or asked for today. */
  beyond?: "weaker" | "added";
}

/** From this rep on, so many steps slower (above 0) or faster (below) than prescribed. */
export interface Pace {
  rep: number;
  s: number;
}

export type SkipReason = "pain" | "equipment" | "time" | "other";
export type SwapReason = "same" | "easier" | "harder" | "equipment" | "pain";

/** One side as it was really done, by the clock. */
export interface Performed {
  done: number;
  /** The tempo most of its reps were done at. */
  tempo?: string;
  under_tension_s: number;
  tension_s: Record<string, number>;
  started_at: number;
  ended_at: number;
}

/** What the log card shows and the runner may correct. */
export interface Draft {
  amount: number;
  load_g: number;
  band?: number;
  rir?: number;
  pain?: number;
  pain_region?: string;
  sharp?: boolean;
  quality?: number;
  note?: string;
}

/** Corrections of a draft; null takes an answer back. */
export type Edit = { [K in keyof Draft]?: Draft[K] | null };

export interface Logged {
  item: number;
  set: number;
  side: Side;
  record: string;
  performed: Performed;
  draft: Draft;
}

export type Notice =
  /** `set` counts from 0, in its slot. */
  | { key: "left"; set: number }
  | { key: "clock" }
  | { key: "pain" | "form"; item: number };

/**
 * Why an item ended before its last set: "swapped" for another one in the middle of its slot,
 * "refitted" because there was no room for it any more.
 */
export type Closed = "pain" | "form" | "skipped" | "swapped" | "refitted";

/** Two records for one set: left or both, and right. */
export type Records = [string, string];

export interface Active {
  session: string;
  workout: Workout;
  /** The items as prescribed, once one of them has been swapped or refitted. */
  prescribed?: Item[];
  place: "home" | "gym";
  plan_item?: string;
  /** The sessions a week that were planned when it began. */
  per_week?: number;
  /** Sets of more reps than this are asked for their reserve in levels. */
  levels_above?: number;
  manners: Manner[];
  /** The items by number in the order they are done; what a refit leaves out is not in it. */
  sequence: number[];
  /** Records kept for every set, by "item.set": a log repeated after a crash meets itself. */
  records: Record<string, Records>;
  /** Sets asked for today beyond the prescribed ones, by item. */
  added: Record<string, number>;
  /** For an item that took over in the middle of a slot: how many sets were done before it. */
  after: Record<string, number>;
  /** Sets left out, by "item.set", each with how many sides had been logged by then. */
  left_out: Record<string, number>;
  /** Slower and faster, by "item.set". */
  pace: Record<string, Pace[]>;
  /** Length of the get-ready before a set. */
  ready_s: number;
  /** Whether the present set was begun by the interval clock of its circuit. */
  rolling: boolean;
  opened: boolean;
  started_at: number;
  at: Place;
  phase: "ready" | "work" | "log" | "rest" | "finish" | "over" | "discarded";
  phase_started_at: number;
  paused_at: number | null;
  /** Milliseconds the timeline did not advance: pauses, and reps taken back. */
  paused_ms: number;
  /** Reps, seconds or contacts more than asked, of the side at work. */
  plus: number;
  performed: Partial<Record<Side, Performed>>;
  draft: Partial<Record<Side, Draft>>;
  rest: { from: number; until: number } | null;
  logged: Logged[];
  /** Items that ended before their last set, and why. */
  closed: Record<string, Closed>;
  /** By slot. */
  skip_reasons: Record<string, SkipReason>;
  swap_reasons: Record<string, SwapReason>;
  notice: Notice | null;
  rpe?: number;
  note?: string;
  ended_at?: number;
  ended_early: boolean;
  /** The phase to return to when a discard is undone. */
  before?: Active["phase"];
}

/**
 * Taps and deadlines. `records` are fresh ones for sets that did not exist before; an action with
 * too few of them changes nothing.
 */
export type Action =
  | { type: "start" | "pause" | "resume" | "go" | "minus_rep" | "finish_set" | "log" | "rest_done" }
  | { type: "back" | "end_early" | "finish" | "discard" | "undo_discard" }
  /** The page was out of sight and silent: what ran out meanwhile is asked about. */
  | { type: "returned" }
  | { type: "get_ready"; s: number }
  /** Slower (1) or faster (-1), for this set: before it, or from the next rep on. */
  | { type: "pace"; s: 1 | -1 }
  /** One rep (5 s, 5 contacts) more: in work of the set, on the card of its amount. */
  | { type: "extra_rep"; side?: Side }
  /** One more set today, of the exercise last done or of `item`. */
  | { type: "extra_set"; item?: number; records: Records[] }
  | { type: "extend_rest"; s?: number }
  /** Worked out from the card as it is when its turn comes: quick taps may wait for the disk. */
  | { type: "edit"; side: Side; fields: Edit | ((draft: Draft) => Edit) }
  | { type: "skip"; what?: "set" | "exercise"; reason?: SkipReason; item?: number }
  | { type: "rate"; rpe?: number; note?: string }
  /** Another exercise in the slot of `of` (the present item), from its next set on; `records`
   * are needed where sets of it are done. */
  | { type: "swap"; item: Item; manner: Manner; why?: SwapReason; of?: number; records?: Records[] }
  /** Move a block (an item, or the items of a group) from one place in `blocks()` to another. */
  | { type: "reorder"; from: number; to: number }
  /** Do this item now; what was left out of it is on again, except after pain or lost form. */
  | { type: "jump"; item: number }
  /** Other items for all that has not begun. */
  | {
    type: "refit";
    items: Item[];
    manners: Manner[];
    place: "home" | "gym";
    minutes?: number;
    records: Records[];
  };

export interface Write {
  kind: string;
  record: string;
  set: Fields;
  deleted?: boolean;
}

export interface Step {
  state: Active;
  entries: Write[];
}

/** How the runner wants to be told. */
export type Prefs = Wanted & {
  vibrate?: boolean;
  headset?: boolean;
  notify?: boolean;
  eyes_free?: boolean;
};

/** What is known of an exercise beyond its item. */
export interface Exercise {
  name?: string;
  cues?: string[];
  phase_words?: Record<string, string>;
}

/** What the coach needs of the app: durable writing, preferences, what an exercise is called. */
export interface Outside {
  appendAll: (drafts: Write[]) => Promise<unknown>;
  saveActive: (state: Active | null) => Promise<unknown>;
  prefs: () => Prefs;
  /** For screen readers. */
  say: (text: string) => void;
  /** For eyes. */
  tell: (text: string) => void;
  about?: (exercise: string) => Exercise | undefined;
}

/** What the player passes around: the workout as prescribed, and a session while it runs (plain JSON). */
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

/** One side as it was really done, by the clock. */
export interface Performed {
  done: number;
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
  quality?: number;
}

export interface Logged {
  item: number;
  set: number;
  side: Side;
  record: string;
  performed: Performed;
  draft: Draft;
}

export type Notice =
  | { key: "left"; set: number }
  | { key: "pain"; item: number };

export interface Active {
  session: string;
  workout: Workout;
  /** The items as prescribed, once one of them has been swapped. */
  prescribed?: Item[];
  place: "home" | "gym";
  plan_item?: string;
  manners: Manner[];
  /** Two records kept for every set, by "item.set": a log repeated after a crash meets itself. */
  records: Record<string, [string, string]>;
  opened: boolean;
  started_at: number;
  at: Place;
  phase: "ready" | "work" | "log" | "rest" | "finish" | "over" | "discarded";
  phase_started_at: number;
  paused_at: number | null;
  /** Milliseconds the timeline did not advance: pauses, and reps taken back. */
  paused_ms: number;
  performed: Partial<Record<Side, Performed>>;
  draft: Partial<Record<Side, Draft>>;
  rest: { from: number; until: number } | null;
  logged: Logged[];
  /** Items that ended before their last set, and why. */
  closed: Record<string, "pain" | "skipped">;
  notice: Notice | null;
  rpe?: number;
  note?: string;
  ended_at?: number;
  ended_early: boolean;
  /** The phase to return to when a discard is undone. */
  before?: Active["phase"];
}

export type Action =
  | { type: "start" | "pause" | "resume" | "go" | "minus_rep" | "finish_set" | "log" | "rest_done" }
  | { type: "back" | "end_early" | "finish" | "discard" | "undo_discard" }
  | { type: "extend_rest"; s?: number }
  | { type: "edit"; side: Side; fields: Partial<Draft> }
  | { type: "skip"; what?: "set" | "exercise" }
  | { type: "rate"; rpe?: number; note?: string }
  | { type: "swap"; item: Item; manner: Manner };

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

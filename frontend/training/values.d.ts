/** The plain values the engine takes and gives; the same as training/*_values.py and values.py. */

// deno-lint-ignore no-explicit-any -- every number of the rules by its name, as policy.toml says it
export type Policy = any;
export type Side = "left" | "right" | "both";
export type Level = "go" | "lighter" | "mobility" | "stop";
export type Eased = "deload" | "layoff" | "return" | "lighter" | "spike" | "race";
/** Why a planned session is lighter; `no_new` alone only shuts out the new. */
export type EaseKind = "deload" | "spike" | "race" | "after_race" | "after_illness" | "no_new";
export type Values = Record<string, unknown>;
export type Reason = { rule: string; values?: Values; entries?: string[] };
export type Explained = { text: string; source: string };

export type Amounts = {
  reps?: number;
  hold_s?: number;
  contacts?: number;
  distance_m?: number;
};
export type Measure = keyof Amounts;

export type Exercise = {
  pattern: string;
  laterality: string;
  regions: string[];
  tags: string[];
  tempo?: string;
  contact_s?: number;
};
/** `beyond` is how far it goes where nothing heavier or harder is there. */
export type Range = { min: number; max: number; step: number; beyond?: number };
export type Slot = {
  name: string;
  pattern: string;
  reps?: Range;
  heavy_reps?: Range;
  hold_s?: Range;
  contacts?: Range;
  distance_m?: Range;
  start_below?: number;
};
export type TemplateSlot = {
  slot: string;
  block: string;
  priority: number;
  sets?: number;
  group?: string;
};
export type Template = {
  slug: string;
  name: string;
  stage: number;
  kind: string;
  gap_h: number;
  slots: TemplateSlot[];
};

export type Rung = Amounts & {
  exercise: string;
  load_g: number;
  load: string;
  band?: number;
  tempo?: string;
};
export type Ladder = {
  slot: string;
  place: string;
  sets: number;
  rest_s: number;
  rir: number;
  chain: string[];
  first_rung: number;
  first_why?: Reason;
  rungs: Rung[];
};
export type Position = {
  rung: number;
  streak: number;
  misses: number;
  exposures: number;
  blocked?: { region: string; until?: string };
  last_day?: string;
  last?: Rung;
  last_rir?: number;
  why?: Reason[];
  recent?: Exposure[];
  raised?: string;
  amber?: number;
  plateaus?: number;
};
/** One full session: its best estimate of one rep in grams, or its best amount, `of` its kind. */
export type Exposure = { day: string; of: string; value: number; rir?: number };
export type ByPlace<T> = Record<string, T>;
export type Ladders = Record<string, ByPlace<Ladder>>;
export type Positions = Record<string, ByPlace<Position>>;

export type Item = Rung & {
  slot: string;
  name: string;
  block: string;
  sets: number;
  sides: "both" | "each";
  rest_s: number;
  rir: number;
  rung: number;
  regions: string[];
  reasons: Reason[];
  contact_s?: number;
  eased?: Eased;
  change?: { from: Rung; by: string };
  group?: string;
  first?: "left" | "right";
  extra?: { side: "left" | "right"; sets: number };
  place?: string;
};
/** The weaker side, the patterns it shows in, and whether it gets one more set. */
export type Asymmetry = { side: "left" | "right"; patterns: string[]; extra_set: boolean };
/** How the sides compare, as the server found it. */
export type Symmetry = {
  state: "unknown" | "even" | "watch" | "acts";
  results: unknown[];
  reasons: Reason[];
  side?: "left" | "right";
  patterns?: string[];
  since?: string;
  extra_until?: string;
  retest_from?: string;
};
export type Dropped = { slot: string; reasons: Reason[] };
export type Workout = {
  template: string;
  name: string;
  stage: number;
  kind: string;
  place: string;
  minutes: number;
  items: Item[];
  dropped: Dropped[];
  reasons: Reason[];
};

/** The sessions a week that were planned, and the days of those done in the weeks before. */
export type Attendance = { per_week: number; days: string[] };

export type LoggedSet = Amounts & {
  side: Side;
  index: number;
  load_g?: number;
  rir?: number;
  pain?: number;
  sharp?: boolean;
  quality?: number;
  slot?: string;
  exercise?: string;
  record?: string;
};
export type Outcome = {
  prescribed: Item;
  sets: LoggedSet[];
  others?: LoggedSet[];
  day: string;
  entries: string[];
  pain_before?: number;
  pain_morning?: number;
  soreness?: number;
  red_flag?: boolean;
  skipped?: boolean;
  swapped?: boolean;
  attendance?: Attendance;
};

export type ByRegion = Record<string, number>;
export type Checkin = {
  sleep?: number;
  fatigue?: number;
  stress?: number;
  soreness?: ByRegion;
  pain?: ByRegion;
  pain_morning?: ByRegion;
  red_flags?: string[];
};
export type Baseline = { mean: number; sd: number; n: number };
export type RegionBlock = { region: string; what: "all" | "load" | "eccentric" | "plyometric" };
export type Readiness = {
  level: Level;
  sets_dropped: number;
  rir_added: number;
  blocked: RegionBlock[];
  reasons: Reason[];
  drop_regions?: string[];
  sets_kept?: number;
  lower_regions?: string[];
};
/** What `lately` found; readiness also takes `niggles`. */
export type Lately = {
  baseline: Baseline;
  bad_days: number;
  sore_long: string[];
  pain_long: string[];
};
export type Lasting = Partial<Omit<Lately, "baseline">> & { niggles?: string[] };
export type PlanChange = {
  change: string;
  from: string;
  to?: string;
  reason?: string;
  stage?: number;
  region?: string;
  record?: string;
};

export type PlanItem = {
  id: string;
  template: string;
  day: string;
  stage: number;
  week: number;
  ease: EaseKind[];
  heavy: boolean;
  reasons: Reason[];
};
export type Plan = {
  from: string;
  days: number;
  sessions: PlanItem[];
  per_week: { strength: number; light: number };
  open: number[];
  open_light: number[];
  closed: Record<string, string>;
  closed_light: Record<string, string>;
  counted: string[];
  gaps: Record<string, number>;
  turns: string[][];
  reasons: Reason[];
};
export type Done = {
  session: string;
  template: string;
  day: string;
  ended_at: number;
  heavy: boolean;
  place: string;
};
export type Next = {
  kind: "session" | "rest" | "done" | "none";
  reasons: Reason[];
  session?: PlanItem;
  next_day?: string;
};

/** One set by its weaker side; `complete` when every side was done. */
export type WeakSide = {
  amount: number;
  strength: number;
  rir: number | null;
  complete: boolean;
};
/**
 * All that a rule looks at: `rung` is where the session stood and `goal` what was asked there,
 * `floor` the lower of that and the position, `pain` the worst of the day, `sharp` whether some of
 * it was.
 */
export type Case = {
  position: Position;
  outcome: Outcome;
  ladder: Ladder;
  policy: Policy;
  rung: number;
  floor: number;
  goal: Rung;
  sets: WeakSide[];
  done: number;
  pain: number;
  sharp: boolean;
  heavier: boolean;
};
/**
 * Where a rule puts the runner and why; `kept` leaves all counts as they were, `mute` is a session
 * that does not say what the runner can do.
 */
export type Verdict = {
  rung: number;
  reason: Reason;
  streak?: number;
  misses?: number;
  kept?: boolean;
  mute?: boolean;
  blocked_until?: string;
};
export type Rule = (seen: Case) => Verdict | null;
/** The sessions that compare with each other, the plateaus since the last gain, the remarks. */
export type Memory = { recent: Exposure[]; plateaus: number; remarks: Reason[] };

/**
 * What is the same for all slots of one workout: `trained` are the days on which some slot was
 * trained last, `done` the exercises last done.
 */
export type Today = {
  kind: string;
  trained: string[];
  done: string[];
  exercises: Record<string, Exercise>;
  ease: EaseKind[];
  readiness: Readiness;
  policy: Policy;
  day: string;
};
export type Asked = Omit<Today, "kind" | "trained" | "done" | "ease"> & {
  template: Template;
  program_slots: Record<string, Slot>;
  ladders: Ladders;
  positions: Positions;
  place: string;
  minutes: number;
  ease?: EaseKind[];
  closed?: Record<string, Reason[]>;
  asymmetry?: Asymmetry | null;
};
/** What one cause takes away: parts of the load, sets and contacts; the reserve it asks for. */
export type Cut = {
  kind: Eased;
  reason: Reason;
  load_down_least: number;
  load_down_most: number;
  sets: number;
  contacts_kept: number;
  rir_least: number;
};
/** How far today stays below the position. */
export type Ease = { rung: number; sets: number; rir: number; kind?: Eased; reasons: Reason[] };
export type Chosen = [TemplateSlot, Item][];
export type Ended = {
  items: Item[];
  sets: LoggedSet[];
  day: string;
  checkin?: Checkin | null;
  morning?: Checkin | null;
  attendance?: Attendance | null;
};

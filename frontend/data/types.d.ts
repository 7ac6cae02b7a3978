/** What the data layer keeps and hands out, as the contract of phone and server fixes it. */

// deno-lint-ignore no-explicit-any
export type Fields = Record<string, any>;

/** One immutable line of the journal. */
export interface Entry {
  id: string;
  record: string;
  kind: string;
  day: string;
  zone: string;
  at: string;
  v: number;
  deleted?: boolean;
  set: Fields;
}

/** What views are shown: the fold of a record's entries, cleared fields left out. */
export interface Record_ {
  record: string;
  kind: string;
  day: string;
  zone: string;
  deleted: boolean;
  set: Fields;
  at: string;
}

/** A record as it is stored: with the claim (`at`, a space, the entry's id) that won each field. */
export interface Held extends Record_ {
  won: { day: string; zone: string; deleted: string; set: Record<string, string> };
}

export interface Draft {
  kind: string;
  record: string;
  set: Fields;
  deleted?: boolean;
  day?: string;
}

export interface Account {
  athlete: string;
  name: string;
  owner: boolean;
  device: string;
}

export type SyncState = "synced" | "waiting" | "syncing" | "offline" | "sign_in" | "trouble";

export interface SyncSignal {
  state: SyncState;
  waiting: number;
  waiting_sets: number;
  attention: number;
  message?: string;
  last_ms?: number;
}

export interface Prefs {
  theme: "system" | "light" | "dark";
  /** The tones and their volume, 0 to 1; the voice has its own. */
  sounds: boolean;
  volume: number;
  voice: boolean;
  voice_volume: number;
  vibrate: boolean;
  /** How much later than the picture sound is wanted, -300 to 300; negative for earlier. */
  offset_ms: number;
  get_ready_s: 3 | 5 | 10;
  /** The phone lies on the floor: the whole screen of the player is one button. */
  eyes_free?: boolean;
  /** Also in silent mode, which pauses the runner's own music. */
  loud?: boolean;
  /** Headset buttons and lock screen steer the session, which pauses the runner's own music. */
  headset?: boolean;
  /** Tell when a rest is over while another app is looked at. */
  notify?: boolean;
  // deno-lint-ignore no-explicit-any
  [name: string]: any;
}

export interface Parked {
  id: string;
  code: string;
  detail: string;
  entry: Entry;
}

/** What `idb` gives inside a transaction, as far as it is used; tests have their own. */
export interface Store_ {
  // deno-lint-ignore no-explicit-any
  get(key: any): Promise<any>;
  // deno-lint-ignore no-explicit-any
  put(value: any): Promise<any>;
  // deno-lint-ignore no-explicit-any
  delete(key: any): Promise<void>;
  clear(): Promise<void>;
  count(): Promise<number>;
  // deno-lint-ignore no-explicit-any
  getAll(range?: any, limit?: number): Promise<any[]>;
  // deno-lint-ignore no-explicit-any
  getAllKeys(range?: any, limit?: number): Promise<any[]>;
  // deno-lint-ignore no-explicit-any
  index(name: string): { getAll(range?: any): Promise<any[]>; count(key?: any): Promise<number> };
}

export interface Transaction_ {
  objectStore(name: string): Store_;
}

export interface Database_ {
  run<T>(
    stores: string[],
    mode: "readonly" | "readwrite",
    work: (tx: Transaction_) => Promise<T>,
  ): Promise<T>;
}

export interface Recent {
  sessions: Record_[];
  sets: Record_[];
  checkins: Record_[];
  changes: Record_[];
  assessments: Record_[];
}

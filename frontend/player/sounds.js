/**
 * Which sound falls when: a timeline or a rest as a plain list of sounds, ready to be placed
 * ahead.
 */

/**
 * @typedef {"count"|"go"|"fall"|"rise"|"tick"|"end_tick"|"step"|"rep"|"last_rep"|"switch"|"done"
 *   |"rest_soon"|"rest_over"|"say"} SoundKind
 * @typedef {{
 *   at_s: number, kind: SoundKind, duration_s: number, from: number, word?: string, after_s?: number,
 * }} Sound
 *   `from` is how far a glide has gone when it begins: 0 unless the set was taken up midway. A spoken
 *   `word` may begin `after_s` its moment, when the chime that belongs to it has rung out.
 */

const REST_SOON_S = 10;
/** A get-ready longer than this is counted aloud only at its end. */
const COUNTED_S = 3;

/**
 * The sounds of a set from `from_s` on.
 * @param {import("./tempo.js").Timeline} timeline
 * @param {number} [from_s]
 * @returns {Sound[]}
 */
export function setSounds(timeline, from_s = 0) {
  /** @type {Sound[]} */
  const sounds = [];
  /** @type {(at_s: number, kind: SoundKind, duration_s?: number, from?: number) => void} */
  const add = (at_s, kind, duration_s = 0, from = 0) => {
    if (at_s >= from_s - 1e-9) sounds.push({ at_s, kind, duration_s, from });
  };
  for (const { type, t_s, duration_s, rep } of timeline.events) {
    if (type === "ready") {
      const counted = Math.min(COUNTED_S, Math.floor(duration_s));
      for (let left = counted; left > 0; left--) add(t_s + duration_s - left, "count");
      add(t_s + duration_s, "go");
    } else if (type === "lower" || type === "lift") {
      const start_s = Math.max(t_s, from_s);
      const left_s = t_s + duration_s - start_s;
      const kind = type === "lower" ? "fall" : "rise";
      if (left_s > 0.05) add(start_s, kind, left_s, 1 - left_s / duration_s);
    } else if (type === "pause_low" || type === "pause_high") {
      for (let s = 0; s < duration_s; s++) add(t_s + s, "tick");
    } else if (type === "hold") {
      for (let s = 1; s < duration_s; s++) add(t_s + s, duration_s - s <= 3 ? "end_tick" : "tick");
    } else if (type === "contact") {
      add(t_s, "step");
    } else if (type === "rep") {
      // The first rep has just been called by "go".
      if (rep > 1) add(t_s, "rep");
    } else if (type === "last_rep") {
      if (rep > 1) add(t_s, "last_rep");
    } else if ((type === "switch" || type === "done") && !timeline.open) {
      add(t_s, type);
    }
  }
  return sounds.sort((a, b) => a.at_s - b.at_s);
}

/**
 * The sounds of a rest of `rest_s`, of which `from_s` have gone.
 * @param {number} rest_s
 * @param {number} [from_s]
 * @returns {Sound[]}
 */
export function restSounds(rest_s, from_s = 0) {
  /** @type {Sound[]} */
  const sounds = [];
  if (rest_s > 2 * REST_SOON_S) {
    sounds.push({ at_s: rest_s - REST_SOON_S, kind: "rest_soon", duration_s: 0, from: 0 });
  }
  if (rest_s > 0) sounds.push({ at_s: rest_s, kind: "rest_over", duration_s: 0, from: 0 });
  return sounds.filter((sound) => sound.at_s >= from_s);
}

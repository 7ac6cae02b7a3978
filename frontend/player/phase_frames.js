/** When each phase's word stands on the screen, as keyframes a browser runs by itself. Pure. */

/** @typedef {import("./tempo.js").Timeline} Timeline */
/** @typedef {{kind: string, word: string}} Named */
/** @typedef {{offset: number, opacity: 0|1, easing: "step-end"}} Frame */

/**
 * One for every word of the set: seen in its phases and in no other. `most_s` is the longest count
 * beside it.
 * @param {Timeline} timeline
 * @param {(type: import("./tempo.js").EventType) => Named} named
 * @returns {(Named & {most_s: number, frames: Frame[]})[]}
 */
export function phaseFrames({ events, duration_s }, named) {
  /** @type {Map<string, Named & {most_s: number, spans: [number, number][]}>} */
  const words = new Map();
  for (const { type, t_s, duration_s: lasts_s, count } of events) {
    if (lasts_s === 0) continue;
    const { kind, word } = named(type), key = `${kind} ${word}`;
    const shown = words.get(key) ?? { kind, word, most_s: 0, spans: [] };
    words.set(key, shown);
    shown.most_s = Math.max(shown.most_s, count);
    const before = shown.spans.at(-1);
    const end_s = t_s + lasts_s;
    // One jump after the other is one word all along.
    if (before && t_s - before[1] < 0.001) before[1] = end_s;
    else shown.spans.push([t_s, end_s]);
  }
  return [...words.values()].map(({ spans, ...word }) => ({
    ...word,
    frames: framesOf(spans, duration_s),
  }));
}

/**
 * Seen from the begin of each span to its end; what is seen last stays. The first and the last
 * frame are there whatever they say: what is left open, a browser asks the page for.
 * @param {[number, number][]} spans
 * @param {number} duration_s
 */
function framesOf(spans, duration_s) {
  const frame = (/** @type {number} */ t_s, /** @type {0|1} */ opacity) =>
    /** @type {Frame} */ ({ offset: Math.min(1, t_s / duration_s), opacity, easing: "step-end" });
  const frames = spans.flatMap(([from_s, end_s]) => [frame(from_s, 1), frame(end_s, 0)]);
  const stays = duration_s - spans[spans.length - 1][1] < 0.001;
  return [frame(0, 0), ...frames, frame(duration_s, stays ? 1 : 0)];
}

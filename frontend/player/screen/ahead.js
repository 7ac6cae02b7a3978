/** What is laid out ahead for a whole set: the browser shows it by itself, whatever the page does. */

/**
 * An animation of `part` over the whole set, on the clock its sounds are placed by.
 * @param {import("../coach.js").Running} running
 * @param {Element|null|undefined} part
 * @param {Keyframe[]} frames
 */
export function lay({ timeline, zero_ms }, part, frames) {
  const laid = part?.animate(frames, { duration: timeline.duration_s * 1000, fill: "both" });
  if (laid) laid.startTime = zero_ms;
  return laid;
}

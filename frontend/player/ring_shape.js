/**
 * The ring of a set as fractions of a turn: arcs as long as the phases, and a dot for every
 * second.
 */

/** @typedef {{type: import("./tempo.js").EventType, from: number, to: number}} Arc */

const MOST_DOTS = 40;

/**
 * @param {import("./tempo.js").Timeline} timeline
 * @param {number} [rep] reps differ once the pace is changed in the middle
 * @returns {{arcs: Arc[], dots: number[]}}
 */
export function ringShape(timeline, rep = 1) {
  const first = timeline.events.filter((event) => event.rep === rep && event.duration_s > 0);
  if (timeline.measure !== "reps") {
    const parts = timeline.measure === "contacts" ? timeline.total : Math.round(timeline.rep_s);
    const arcs = [{ type: first[0].type, from: 0, to: 1 }];
    return { arcs, dots: timeline.open ? [] : even(parts) };
  }
  const began_s = timeline.rep_starts_s[rep - 1];
  const rep_s = timeline.rep_starts_s[rep] - began_s;
  const arcs = first.map((event) => {
    const from_s = event.t_s - timeline.ready_s - began_s;
    return { type: event.type, from: from_s / rep_s, to: (from_s + event.duration_s) / rep_s };
  });
  const dots = arcs.flatMap(({ from, to }) => {
    const seconds = Math.ceil((to - from) * rep_s - 1e-6) - 1;
    return Array.from({ length: seconds }, (_, i) => from + (i + 1) / rep_s);
  });
  return { arcs, dots };
}

/** Dots for `parts` equal parts, thinned to a countable number. @param {number} parts */
function even(parts) {
  const every = [1, 2, 5, 10, 20].find((step) => parts / step <= MOST_DOTS) ?? 50;
  const dots = [];
  for (let part = every; part < parts; part += every) dots.push(part / parts);
  return dots;
}

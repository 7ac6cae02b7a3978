/** One set of every measure, with pauses, a fast lift, a start from below and a change of pace. */

/** @type {import("../../../frontend/player/tempo.js").SetPlan[]} */
export const SETS = [
  { measure: "reps", reps: 8, tempo: "3-1-1-0", ready_s: 5 },
  { measure: "reps", reps: 12, tempo: "2-0-X-1", starts: "bottom", ready_s: 0 },
  { measure: "reps", reps: 6, tempo: "4-2-2-2", paces: [{ rep: 3, s: 1 }], ends: "switch" },
  { measure: "hold", hold_s: 45, ready_s: 10 },
  { measure: "contacts", contacts: 31, contact_s: 0.55 },
  { measure: "contacts", contacts: 6, contact_s: 0.6, paces: [{ rep: 4, s: 1 }], ready_s: 3 },
  { measure: "distance", distance_m: 40 },
];

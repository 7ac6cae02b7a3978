/** The present set as it is asked for now: its dose after every Slower and Faster. Pure. */
import { itemOf, order } from "../order.js";
import { heldLonger, paceAt, slowed } from "../pace.js";

/** @typedef {import("../types.d.ts").Active} Active */

/** @param {Active} state @returns {import("../types.d.ts").Item} */
export function paced(state) {
  const item = itemOf(state);
  const steps = paceAt(state.pace[`${state.at.item}.${state.at.set}`] ?? [], Infinity);
  if (steps === 0) return item;
  const { tempo, hold_s } = item;
  return {
    ...item,
    ...(tempo ? { tempo: slowed(tempo, steps) } : {}),
    ...(hold_s ? { hold_s: heldLonger(hold_s, steps) } : {}),
  };
}

/** Why the present set is beyond those prescribed, if it is. @param {Active} state */
export function beyondOf(state) {
  const { item, set } = state.at;
  return order(state).find((turn) => turn.item === item && turn.set === set)?.beyond;
}

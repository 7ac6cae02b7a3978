/** Why a prescription is as it is: its sets, range, reserve and rest, and its tempo. */

import { amount, measure } from "./rungs.js";

/** @import {Ladder, Policy, Range, Reason, Rung, Slot, Values} from "./values.d.ts" */

/** @type {Record<string, string>} */
const UNITS = { reps: "", hold_s: " s", contacts: " contacts", distance_m: " m" };

/**
 * The reasons of a full session's dose at `rung`; what today cuts has reasons of its own.
 * @param {Rung} rung
 * @param {Slot} slot
 * @param {Ladder} ladder
 * @param {number} sets
 * @param {boolean} light
 * @param {Policy} policy
 * @returns {Reason[]}
 */
export function dose(rung, slot, { rest_s, rir }, sets, light, policy) {
  const key = measure(rung);
  const heavy = key === "reps" && policy.ladder.heavy_loads.includes(rung.load);
  const reach = (heavy ? slot.heavy_reps : undefined) ?? slot[key];
  const { min, max } = /** @type {Range} */ (reach);
  const range = min === max ? `${min}` : `${min} to ${max}`;
  /** @type {Values} */
  const values = { sets, amount: range + UNITS[key], rest_s };
  if (key === "contacts") return [{ rule: "dose_contacts", values }];
  if (key !== "reps") return [{ rule: "dose_hold", values }];
  /** @type {Reason[]} */
  const reasons = [{ rule: light ? "dose_light" : "dose", values: { ...values, rir } }];
  if (amount(rung, key) > max) reasons.push({ rule: "beyond", values: { amount: max } });
  const { tempo } = rung;
  if (tempo) {
    reasons.push({ rule: tempo.includes("X") ? "tempo_fast" : "tempo", values: { tempo } });
  }
  return reasons;
}

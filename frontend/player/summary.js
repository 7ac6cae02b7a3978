/**
 * What changes next time and why: each item of the ended session put through the same rules the
 * server uses. Pure.
 */
import { begin } from "../training/rungs.js";
import { loadWord } from "../ui/format.js";
import { amountWord } from "./words.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {{slot: string, name: string, from: string, to: string, moved: "up"|"down"|"same",
 *   text: string, source: string}} Change */

/**
 * @param {{state: Active, day: string, checkin: object|null, positions: any, pack: any,
 *   units: "kg"|"lb", outcomes: Function, advance: Function, explain: Function}} given
 *   `positions` as they stood before this session
 * @returns {Change[]}
 */
export function changes(
  { state, day, checkin, positions, pack, units, outcomes, advance, explain },
) {
  const items = state.prescribed ?? state.workout.items;
  const happened = outcomes({ items, sets: sets(state), day, checkin: checkin ?? undefined });
  return items.flatMap((item) => {
    const place = item.place ?? state.place;
    const ladder = pack.ladders?.[item.slot]?.[place];
    if (!ladder) return [];
    const before = positions?.[item.slot]?.[place] ?? begin(ladder, item);
    const { position, reasons } = advance(before, happened[item.slot], ladder, pack.policy);
    const from = ladder.rungs[before.rung] ?? item;
    const to = ladder.rungs[position.rung] ?? from;
    const why = explain(reasons[0], pack.policy, units);
    const moved = position.rung > before.rung
      ? "up"
      : position.rung < before.rung
      ? "down"
      : "same";
    return [{
      slot: item.slot,
      name: pack.exercises[to.exercise]?.name ?? item.name,
      from: dose(from, units),
      to: dose(to, units),
      moved: /** @type {Change["moved"]} */ (moved),
      text: why.text,
      source: why.source,
    }];
  });
}

/** The logged sides as the rules take them. @param {Active} state */
function sets(state) {
  return state.logged.map(({ item, set, side, record, draft }) => {
    const { slot, exercise } = state.workout.items[item];
    const { amount, ...rest } = draft;
    const key = { reps: "reps", hold: "hold_s", contacts: "contacts", distance: "distance_m" };
    return {
      record,
      slot,
      exercise,
      index: (state.after[item] ?? 0) + set + 1,
      side,
      [key[state.manners[item].measure]]: amount,
      ...rest,
    };
  });
}

/** "8 reps · 16 kg". @param {any} rung @param {"kg"|"lb"} units */
function dose(rung, units) {
  const load = loadWord(rung, units);
  return [amountWord(rung), load === "body" ? "" : load].filter(Boolean).join(" · ");
}

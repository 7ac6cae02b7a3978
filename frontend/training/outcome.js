/** From what was frozen and logged in a session to what happened in each slot. */

/** @import {ByRegion, Checkin, Ended, Item, LoggedSet, Outcome} from "./values.d.ts" */

const KEPT = [
  ...["side", "index", "load_g", "reps", "hold_s", "contacts", "distance_m"],
  ...["rir", "pain", "sharp", "quality"],
];

/**
 * The outcome of each slot in `items`, the frozen workout, by slot. `checkin` is that of the
 * session's day, `morning` that of the day after.
 * @param {Ended} session
 * @returns {Record<string, Outcome>}
 */
export function outcomes({ items, sets, day, checkin = null, morning = null, attendance = null }) {
  return Object.fromEntries(items.map((item) => {
    const happened = outcome(item, sets, day, checkin, morning);
    return [item.slot, attendance ? { ...happened, attendance } : happened];
  }));
}

/**
 * @param {Item} item
 * @param {LoggedSet[]} sets
 * @param {string} day
 * @param {Checkin|null} checkin
 * @param {Checkin|null} morning
 */
function outcome(item, sets, day, checkin, morning) {
  const logged = sets.filter((s) => s.slot === item.slot);
  const own = logged.filter((s) => (s.exercise ?? item.exercise) === item.exercise);
  /** @type {Outcome} */
  const found = {
    prescribed: item,
    sets: (own.length ? own : logged).toSorted(in_order).map(plain),
    day,
    entries: logged.flatMap((s) => s.record ?? []),
  };
  if (!logged.length) found.skipped = true;
  else if (!own.length) found.swapped = true;
  else if (own.length < logged.length) {
    found.others = logged.filter((s) => !own.includes(s)).sort(in_order).map(plain);
  }
  if (checkin) {
    found.soreness = worst(checkin.soreness, item);
    found.pain_before = worst(checkin.pain, item);
    found.red_flag = Boolean(checkin.red_flags?.length);
  }
  if (morning) found.pain_morning = worst(morning.pain_morning, item);
  return found;
}

/** @param {LoggedSet} one @param {LoggedSet} other */
function in_order(one, other) {
  if (one.index !== other.index) return one.index - other.index;
  return one.side < other.side ? -1 : Number(one.side > other.side);
}

/** @param {LoggedSet} logged @returns {LoggedSet} */
function plain(logged) {
  const kept = Object.entries(logged).filter(([k, v]) => KEPT.includes(k) && v !== null);
  return /** @type {LoggedSet} */ (Object.fromEntries(kept));
}

/**
 * The highest answer for a region that the exercise loads.
 * @param {ByRegion|undefined} by_region
 * @param {Item} item
 */
function worst(by_region = {}, item) {
  return Math.max(0, ...(item.regions ?? []).map((region) => by_region[region] || 0));
}

/** What today's check-in allows: go, lighter, mobility only or stop, and what is off by region. */

/** @import {Baseline, Checkin, Level, Policy} from "./values.d.ts" */
/** @import {Readiness, Reason, RegionBlock} from "./values.d.ts" */

const ITEMS = /** @type {const} */ (["sleep", "fatigue", "stress"]);
/** @type {Level[]} */
const LEVELS = ["go", "lighter", "mobility", "stop"];

/**
 * What `checkin` (null: nothing known) takes away from today; it never adds anything.
 * @param {Checkin|null} checkin
 * @param {Baseline|null} baseline
 * @param {Policy} policy
 * @returns {Readiness}
 */
export function readiness(checkin, baseline, policy) {
  if (!checkin) return answer("go", [{ rule: "no_checkin" }], []);
  const flags = checkin.red_flags ?? [];
  if (flags.length) {
    const reason = { rule: "ready_red_flag", values: { flags } };
    return answer("stop", [reason], [{ region: "all", what: "all" }]);
  }
  const tired = tiredness(checkin, baseline, policy);
  const hurt = pain(checkin, policy);
  const sore = soreness(checkin, policy);
  const reasons = [...hurt.reasons, ...sore.reasons, ...tired];
  const found = answer(
    worse(sore.level, tired.length ? "lighter" : "go"),
    reasons.length ? reasons : [{ rule: "ready" }],
    [...hurt.blocked, ...sore.blocked],
  );
  if (tired.length) {
    found.sets_dropped = policy.wellness.sets_dropped;
    found.rir_added = policy.wellness.rir_added;
  } else if (sore.drop_regions.length) {
    found.sets_dropped = policy.soreness.sets_dropped;
    found.drop_regions = sore.drop_regions;
  }
  return found;
}

/** @param {Checkin} checkin @returns {number|null} */
export function wellness_sum(checkin) {
  let sum = 0;
  for (const item of ITEMS) {
    const value = checkin[item];
    if (typeof value !== "number") return null;
    sum += value;
  }
  return sum;
}

/** By region the worse of now and this morning. @param {Checkin} checkin @param {Policy} policy */
function pain(checkin, policy) {
  const now = checkin.pain ?? {}, morning = checkin.pain_morning ?? {};
  /** @type {{reasons: Reason[], blocked: RegionBlock[]}} */
  const found = { reasons: [], blocked: [] };
  for (const region of [...new Set([...Object.keys(now), ...Object.keys(morning)])].sort()) {
    const values = { region, pain: Math.max(now[region] || 0, morning[region] || 0) };
    if (values.pain >= policy.pain.regress_from) {
      found.reasons.push({ rule: "ready_pain", values });
      found.blocked.push({ region, what: "all" });
    } else if (values.pain >= policy.pain.hold_from) {
      found.reasons.push({ rule: "ready_pain_amber", values });
      found.blocked.push({ region, what: "plyometric" });
    }
  }
  return found;
}

/** @param {Checkin} checkin @param {Policy} policy */
function soreness(checkin, policy) {
  /** @type {{level: Level, reasons: Reason[], blocked: RegionBlock[], drop_regions: string[]}} */
  const found = { level: "go", reasons: [], blocked: [], drop_regions: [] };
  const by_region = checkin.soreness ?? {};
  for (const region of Object.keys(by_region).sort()) {
    const sore = by_region[region], values = { region, soreness: sore };
    if ((sore || 0) >= policy.soreness.mobility_from) {
      found.level = "mobility";
      found.reasons.push({ rule: "ready_very_sore", values });
      found.blocked.push({ region, what: "load" });
    } else if ((sore || 0) >= policy.soreness.lighter_from) {
      found.level = worse(found.level, "lighter");
      found.reasons.push({ rule: "ready_sore", values });
      found.blocked.push({ region, what: "eccentric" }, { region, what: "plyometric" });
      found.drop_regions.push(region);
    }
  }
  return found;
}

/**
 * The first answer that is bad by itself, else a sum above the runner's own usual.
 * @param {Checkin} checkin
 * @param {Baseline|null} baseline
 * @param {Policy} policy
 * @returns {Reason[]}
 */
function tiredness(checkin, baseline, policy) {
  const numbers = policy.wellness, { rir_added } = numbers;
  for (const item of ITEMS) {
    const value = checkin[item];
    if (typeof value === "number" && value >= numbers.item_from) {
      return [{ rule: "ready_item", values: { item, value, rir_added } }];
    }
  }
  const total = wellness_sum(checkin);
  if (total === null || !baseline || baseline.n < numbers.min_entries) return [];
  const limit = baseline.mean + numbers.sd_above * Math.max(baseline.sd, numbers.sd_floor);
  if (total <= limit) return [];
  const usual = Math.floor(baseline.mean + 0.5);
  return [{ rule: "ready_baseline", values: { value: total, usual, rir_added } }];
}

/** @param {Level} one @param {Level} other */
function worse(one, other) {
  return LEVELS[Math.max(LEVELS.indexOf(one), LEVELS.indexOf(other))];
}

/**
 * @param {Level} level
 * @param {Reason[]} reasons
 * @param {RegionBlock[]} blocked
 * @returns {Readiness}
 */
function answer(level, reasons, blocked) {
  return { level, sets_dropped: 0, rir_added: 0, blocked, reasons };
}

/** What today's check-in allows: go, lighter, mobility only or stop, and what is off by region. */

import { is_above, ITEMS, wellness_sum } from "./lately.js";

/** @import {Baseline, Checkin, Level, Policy} from "./values.d.ts" */
/** @import {Lasting, Readiness, Reason, RegionBlock} from "./values.d.ts" */

/** @type {Level[]} */
const LEVELS = ["go", "lighter", "mobility", "stop"];

/**
 * What `checkin` (null: nothing known) takes away from today; it never adds anything. `niggles` are
 * the regions that rest by the runner's own word; the others are what `lately` found to last.
 * @param {Checkin|null} checkin
 * @param {Baseline|null} baseline
 * @param {Policy} policy
 * @param {Lasting} [lasting]
 * @returns {Readiness}
 */
export function readiness(checkin, baseline, policy, lasting = {}) {
  const { niggles = [], bad_days = 0, sore_long = [], pain_long = [] } = lasting;
  const resting = niggles.map((region) => ({ rule: "ready_niggle", values: { region } }));
  /** @type {RegionBlock[]} */
  const off = niggles.map((region) => ({ region, what: "load" }));
  if (!checkin) return answer("go", [...resting, { rule: "no_checkin" }], off);
  const flags = checkin.red_flags ?? [];
  if (flags.length) {
    return answer("stop", red_flags(flags, policy), [{ region: "all", what: "all" }]);
  }
  const light = bad_days >= policy.wellness.light_days;
  const tired = light
    ? [{ rule: "ready_light", values: { days: bad_days } }]
    : tiredness(checkin, baseline, policy);
  const hurt = pain(checkin, policy);
  const sore = soreness(checkin, policy);
  const reasons = [
    ...hurt.reasons,
    ...pain_long.map((region) => lasts("pain_long", region, policy.pain.long_days)),
    ...sore.reasons,
    ...sore_long.map((region) => lasts("sore_long", region, policy.soreness.long_checkins)),
    ...tired,
    ...resting,
  ];
  const found = answer(
    worse(sore.level, tired.length ? "lighter" : "go"),
    reasons.length ? reasons : [{ rule: "ready" }],
    [...hurt.blocked, ...sore.blocked, ...off],
  );
  if (tired.length) {
    found.sets_dropped = policy.wellness.sets_dropped;
    found.rir_added = policy.wellness.rir_added;
  } else if (sore.drop_regions.length) {
    found.sets_dropped = policy.soreness.sets_dropped;
    found.drop_regions = sore.drop_regions;
  }
  if (light) found.sets_kept = policy.deload.sets_kept;
  if (sore_long.length) found.lower_regions = [...sore_long];
  return found;
}

/**
 * What to do about each: call for help now, have it looked at, or wait until it is over.
 * @param {string[]} flags
 * @param {Policy} policy
 * @returns {Reason[]}
 */
function red_flags(flags, { red_flags: { emergency, illness } }) {
  const now = flags.filter((flag) => emergency.includes(flag));
  const ill = flags.filter((flag) => illness.includes(flag));
  const look = flags.filter((flag) => !now.includes(flag) && !ill.includes(flag));
  /** @type {[string, string[]][]} */
  const said = [["ready_emergency", now], ["ready_red_flag", look], ["ready_ill", ill]];
  return said.filter(([, some]) => some.length)
    .map(([rule, some]) => ({ rule, values: { flags: some } }));
}

/** @param {string} rule @param {string} region @param {number} long @returns {Reason} */
function lasts(rule, region, long) {
  return { rule, values: { region, long } };
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
  if (!baseline || !is_above(checkin, baseline, numbers.sd_above, policy)) return [];
  const usual = Math.floor(baseline.mean + 0.5);
  const values = { value: wellness_sum(checkin), usual, rir_added };
  return [{ rule: "ready_baseline", values }];
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

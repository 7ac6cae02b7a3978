/**
 * The session's time: steady while the page lives, true again after sleep, and mapped onto the
 * audio clock.
 */

/** Output latency taken where the browser gives none: the usual one of a phone's own speaker. */
export const USUAL_LATENCY_S = 0.04;
/** A latency beyond this is a misreading, even over Bluetooth. */
const MOST_LATENCY_S = 1;
/** The two clocks may be read this far apart by chance; more means that the audio lost time. */
const SLIPPED_MS = 15;
/** So many readings in a row: one alone may be off by a buffer of the sound card. */
const READINGS = 7;
/** More than this between wall and steady time while hidden means that the device slept. */
const SLEPT_MS = 250;

/**
 * Epoch milliseconds that no correction of the wall clock can shake: the wall is read once, then
 * `performance.now` counts. It may stand still while the device sleeps; `woke` catches that up.
 * @param {{wall: () => number, steady: () => number}} [sources]
 */
export function sessionClock(
  { wall, steady } = { wall: Date.now, steady: () => performance.now() },
) {
  let offset_ms = wall() - steady();
  let hidden_at = { wall: 0, steady: 0 };
  return {
    /** Epoch ms. */
    now: () => steady() + offset_ms,
    /** The `performance.now` of an epoch time of this clock. @param {number} epoch_ms */
    toSteady: (epoch_ms) => epoch_ms - offset_ms,
    /** The page goes out of sight. */
    hide() {
      hidden_at = { wall: wall(), steady: steady() };
    },
    /** Sleep that steady time missed since then is added, once. Returns the milliseconds slept. */
    woke() {
      const slept_ms = wall() - hidden_at.wall - (steady() - hidden_at.steady);
      if (hidden_at.wall === 0 || slept_ms < SLEPT_MS) return 0;
      hidden_at = { wall: wall(), steady: steady() };
      offset_ms += slept_ms;
      return slept_ms;
    },
  };
}

/**
 * One moment seen on both clocks: `context_s` of the audio is heard at `steady_ms`.
 * `getOutputTimestamp` says so itself; where it is missing or absurd, the current time less the
 * output latency does.
 * @param {{currentTime: number, outputLatency?: number, baseLatency?: number}} context
 * @param {{contextTime?: number, performanceTime?: number}|null} stamp
 * @param {number} steady_ms
 * @returns {{context_s: number, steady_ms: number}}
 */
export function pairing(context, stamp, steady_ms) {
  const { contextTime = 0, performanceTime = 0 } = stamp ?? {};
  const at_now_s = contextTime + (steady_ms - performanceTime) / 1000;
  const behind_s = context.currentTime - at_now_s;
  const sane = contextTime > 0 && performanceTime > 0 && behind_s > -0.05 &&
    behind_s < MOST_LATENCY_S;
  if (sane) return { context_s: contextTime, steady_ms: performanceTime };
  const told_s = context.outputLatency ?? 0;
  const latency_s = told_s > 0 && told_s < MOST_LATENCY_S ? told_s : USUAL_LATENCY_S;
  return { context_s: context.currentTime - latency_s, steady_ms };
}

/**
 * The audio time that is heard at a steady time.
 * @param {{context_s: number, steady_ms: number}} pair
 * @param {number} steady_ms
 */
export function toContext(pair, steady_ms) {
  return pair.context_s + (steady_ms - pair.steady_ms) / 1000;
}

/**
 * Notices an audio clock that has lost time (a busy phone drops a buffer, and everything placed
 * ahead comes late) by the middle of the last readings.
 */
export function slipGauge() {
  /** @type {{context_s: number, steady_ms: number}[]} */
  let readings = [];
  return {
    reset() {
      readings = [];
    },
    /**
     * @param {{context_s: number, steady_ms: number}} used the pair the sounds were placed by
     * @param {{context_s: number, steady_ms: number}} read the pair as it is now
     * @returns {{context_s: number, steady_ms: number}|null} the pair to place by from now on
     */
    slipped(used, read) {
      readings = [...readings, read].slice(-READINGS);
      if (readings.length < READINGS) return null;
      const sorted = [...readings].sort((a, b) => zero_ms(a) - zero_ms(b));
      const middle = sorted[(READINGS - 1) / 2];
      if (Math.abs(zero_ms(middle) - zero_ms(used)) < SLIPPED_MS) return null;
      readings = [];
      return middle;
    },
  };
}

/** When second 0 of the audio was heard. @param {{context_s: number, steady_ms: number}} pair */
const zero_ms = ({ context_s, steady_ms }) => steady_ms - context_s * 1000;

/**
 * Notices an audio clock that says it runs and stands still (iOS after a call): over a second it
 * must move at least half as far as steady time.
 */
export function watchdog() {
  /** @type {{context_s: number, steady_ms: number}|null} */
  let mark = null;
  return {
    reset() {
      mark = null;
    },
    /**
     * @param {number} context_s
     * @param {number} steady_ms
     * @returns {boolean} whether it stands still
     */
    stuck(context_s, steady_ms) {
      if (!mark) mark = { context_s, steady_ms };
      const passed_s = (steady_ms - mark.steady_ms) / 1000;
      if (passed_s < 1) return false;
      const moved_s = context_s - mark.context_s;
      mark = { context_s, steady_ms };
      // A page that drew nothing for long was asleep, and so was its sound: that is no fault.
      return passed_s < 3 && moved_s < passed_s / 2;
    },
  };
}

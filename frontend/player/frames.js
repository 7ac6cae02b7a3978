/** Frames, asked for only where words or numbers change, and how long one takes on this phone. */

/** A picture is drawn for the middle of its frame; a slow phone's frames are longer, up to this. */
const LONG_FRAME_MS = 80;
/** The longest rest between two frames: what else has to be looked after is, in each. */
const REST_MS = 100;
/** Frames come again so long before something changes. */
const EARLY_MS = 50;

/**
 * `act`, however often it is asked for, no sooner than `every_ms` after the last time.
 * @param {() => void} act
 * @param {number} every_ms
 */
export function sparing(act, every_ms) {
  let acted_at = -Infinity;
  return () => {
    const now_ms = performance.now();
    if (now_ms - acted_at < every_ms) return;
    acted_at = now_ms;
    act();
  };
}

/** @param {() => void} draw called once a frame; it asks for the next one by `run` */
export function frames(draw) {
  let asked = 0;
  let resting = 0;
  let frame_ms = 0;
  /** When the frame right before this one was drawn, if there was one. */
  let drawn_at = 0;
  const one = () => {
    const now_ms = performance.now();
    if (drawn_at) frame_ms += (Math.min(LONG_FRAME_MS, now_ms - drawn_at) - frame_ms) / 4;
    drawn_at = now_ms;
    asked = 0;
    draw();
  };
  const ask = () => void (asked ||= requestAnimationFrame(one));
  return {
    /**
     * @param {boolean} wanted whether anything is going to change
     * @param {number} [same_ms] how long it stays as it is before that
     */
    run(wanted, same_ms = 0) {
      clearTimeout(resting);
      if (!wanted) frame_ms = drawn_at = 0;
      if (!wanted || asked) return;
      const rest_ms = Math.min(REST_MS, same_ms - EARLY_MS);
      if (rest_ms < EARLY_MS) return ask();
      drawn_at = 0;
      // A timer that comes late, behind a busy page, shows at once what is due.
      resting = setTimeout(one, rest_ms);
    },
    /** From now to the middle of the frame being drawn. */
    ahead_ms: () => frame_ms / 2,
    stop() {
      clearTimeout(resting);
      cancelAnimationFrame(asked);
    },
  };
}

/** Frames, asked for only while something moves, and how long one takes on this phone. */

/** A picture is drawn for the middle of its frame; a slow phone's frames are longer, up to this. */
const LONG_FRAME_MS = 80;
/** A picture that stands still is looked at no more often than this: the sound is, beside it. */
const REST_MS = 250;
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
     * @param {boolean} moving whether there is anything to draw next
     * @param {number} [still_ms] how long it stays as it is before that
     */
    run(moving, still_ms = 0) {
      clearTimeout(resting);
      if (!moving) frame_ms = drawn_at = 0;
      if (!moving || asked) return;
      const rest_ms = Math.min(REST_MS, still_ms - EARLY_MS);
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

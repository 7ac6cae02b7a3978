/** Frames, asked for only while something moves, and how long one takes on this phone. */

/** A picture is drawn for the middle of its frame; a slow phone's frames are longer, up to this. */
const LONG_FRAME_MS = 80;

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
  let frame_ms = 0;
  let drawn_at = 0;
  const one = () => {
    const now_ms = performance.now();
    frame_ms += (Math.min(LONG_FRAME_MS, now_ms - drawn_at) - frame_ms) / 4;
    drawn_at = now_ms;
    asked = 0;
    draw();
  };
  return {
    /** @param {boolean} moving whether there is anything to draw next */
    run(moving) {
      if (moving) asked ||= requestAnimationFrame(one);
      else frame_ms = 0;
    },
    /** From now to the middle of the frame being drawn. */
    ahead_ms: () => frame_ms / 2,
    stop: () => cancelAnimationFrame(asked),
  };
}

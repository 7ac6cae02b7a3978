/**
 * The sound of the coach: whole sets placed ahead on the audio clock, stopped cleanly, rebuilt
 * when frozen.
 */
import { pairing, toContext, watchdog } from "./clock.js";
import { place } from "./tones.js";

/** @typedef {import("./sounds.js").Sound} Sound */

const FADE_S = 0.02;

/**
 * @param {{volume?: number, loud?: boolean}} [wanted] `loud`: also in silent mode, which pauses the
 *   runner's own music
 */
export function coachAudio({ volume = 0.8, loud = false } = {}) {
  /** @type {AudioContext|null} */
  let context = null;
  /** @type {GainNode|null} */
  let master = null;
  /** @type {{gain: GainNode, nodes: OscillatorNode[], last_s: number}|null} */
  let playing = null;
  /**
   * What plays, kept so that a rebuilt context can take it up.
   * @type {{sounds: Sound[], zero_ms: number}|null}
   */
  let plan = null;
  const watch = watchdog();
  let ran = false;

  const build = () => {
    context = new AudioContext({ latencyHint: "interactive" });
    master = context.createGain();
    master.gain.value = volume;
    master.connect(context.destination);
    watch.reset();
    ran = false;
  };

  const runs = () => context?.state === "running";

  const stop = () => {
    const ending = playing;
    plan = playing = null;
    // A chime that has begun rings out under what follows it.
    if (!ending || !context || ending.last_s <= context.currentTime) return;
    const { gain, nodes } = ending;
    const now_s = context.currentTime;
    gain.gain.setValueAtTime(gain.gain.value, now_s);
    gain.gain.linearRampToValueAtTime(0, now_s + FADE_S);
    for (const node of nodes) node.stop(now_s + FADE_S);
    setTimeout(() => gain.disconnect(), 100);
  };

  /**
   * Place sounds whose second 0 is at the steady time `zero_ms`; what is past is left out.
   * @param {Sound[]} sounds
   * @param {number} zero_ms
   */
  const play = (sounds, zero_ms) => {
    stop();
    plan = { sounds, zero_ms };
    if (!context || !master || !runs()) return;
    const gain = context.createGain();
    gain.connect(master);
    const pair = pairing(context, context.getOutputTimestamp?.() ?? null, performance.now());
    const earliest_s = context.currentTime;
    let last_s = 0;
    const nodes = sounds.flatMap((sound) => {
      const at_s = toContext(pair, zero_ms + sound.at_s * 1000);
      last_s = Math.max(last_s, at_s);
      // The sound of this very moment may be a blink late; older ones would be lies.
      if (at_s < earliest_s - 0.15) return [];
      return place(/** @type {AudioContext} */ (context), gain, sound, Math.max(at_s, earliest_s));
    });
    playing = { gain, nodes, last_s };
  };

  const replay = () => {
    ran = runs();
    if (plan) play(plan.sounds, plan.zero_ms);
  };

  return {
    /** Must be called within a tap: browsers keep sound silent until one. */
    async unlock() {
      mixIn(loud);
      if (!context || context.state === "closed") build();
      if (runs()) return true;
      await context?.resume().catch(() => {});
      watch.reset();
      if (runs()) replay();
      return runs();
    },
    play,
    stop,
    /** Whether a tap is needed before anything is heard. */
    locked: () => !runs(),
    /** @param {number} level 0 to 1 */
    setVolume(level) {
      volume = level;
      if (context && master) master.gain.setTargetAtTime(level, context.currentTime, 0.02);
    },
    /**
     * Call it from every frame: a frozen audio clock is replaced, and after an interruption (a
     * call, an alarm) the plan is taken up where it should be.
     */
    check() {
      if (runs() && !ran) replay();
      ran = runs();
      if (!context || !runs() || !plan) return watch.reset();
      if (!watch.stuck(context.currentTime, performance.now())) return;
      const kept = plan;
      context.close().catch(() => {});
      playing = null;
      build();
      plan = kept;
      /** @type {AudioContext} */ (/** @type {unknown} */ (context)).resume().then(
        replay,
        () => {},
      );
    },
    /**
     * After a hidden page the mapping is new: place again what is still to come. iOS may have
     * taken the sound away meanwhile, and gives it back when asked.
     */
    async realign() {
      if (context && !runs()) await context.resume().catch(() => {});
      if (runs()) replay();
    },
    close() {
      stop();
      context?.close().catch(() => {});
      context = null;
    },
  };
}

/**
 * Music goes on playing under the coach, unless loud even in silent mode was chosen.
 * @param {boolean} loud
 */
function mixIn(loud) {
  const { audioSession } = /** @type {{audioSession?: {type: string}}} */ (navigator);
  if (audioSession) audioSession.type = loud ? "playback" : "transient";
}

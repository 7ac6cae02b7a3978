/**
 * The sound of the coach: whole sets placed ahead on the audio clock, stopped cleanly, rebuilt
 * when frozen.
 */
import { pairing, slipGauge, toContext, watchdog } from "./clock.js";
import { place } from "./tones.js";
import { loadVoice, speak } from "./voice.js";

/** @typedef {import("./sounds.js").Sound} Sound */
/**
 * @typedef {{sounds?: boolean, volume?: number, voice?: boolean, voice_volume?: number,
 *   loud?: boolean, offset_ms?: number}} Wanted `loud`: also in silent mode, which pauses the
 *   runner's own music; `offset_ms`: how much later than the picture, negative for earlier
 * @typedef {{sound: Sound, begin_s: number, nodes: AudioScheduledSourceNode[]}} Placed
 * @typedef {{
 *   tones: GainNode, words: GainNode, placed: Placed[], last_s: number,
 *   pair: {context_s: number, steady_ms: number},
 * }} Playing `last_s` is when the last moment of the set comes, its chime may take longer
 */

const FADE_S = 0.02;
/** The sound of this very moment may be a blink late; older ones would be lies. */
const BLINK_S = 0.15;

/** @param {Wanted} [wanted] */
export function coachAudio(wanted = {}) {
  let levels = leveled(wanted);
  /** @type {AudioContext|null} */
  let context = null;
  /** Tones and words each have their own volume. @type {{tones: GainNode, words: GainNode}|null} */
  let desk = null;
  /** @type {Playing|null} */
  let playing = null;
  /**
   * What plays, kept so that a rebuilt context can take it up.
   * @type {{sounds: Sound[], zero_ms: number}|null}
   */
  let plan = null;
  /** @type {import("./voice.js").Voice|null} */
  let voice = null;
  const watch = watchdog();
  const gauge = slipGauge();
  let ran = false;

  const build = () => {
    context = new AudioContext({ latencyHint: "interactive" });
    desk = { tones: context.createGain(), words: context.createGain() };
    desk.tones.gain.value = levels.tones;
    desk.words.gain.value = levels.words;
    desk.tones.connect(context.destination);
    desk.words.connect(context.destination);
    watch.reset();
    ran = false;
  };

  const runs = () => context?.state === "running";

  const stop = () => {
    const ending = playing;
    plan = playing = null;
    // A chime that has begun rings out under what follows it, also one that Bluetooth holds up.
    if (!ending || !context) return;
    const now_s = context.currentTime;
    if (ending.last_s <= now_s + Math.max(0, levels.offset_ms) / 1000) return;
    const gains = [ending.tones, ending.words];
    for (const { gain } of gains) {
      gain.setValueAtTime(gain.value, now_s);
      gain.linearRampToValueAtTime(0, now_s + FADE_S);
    }
    for (const { nodes } of ending.placed) for (const node of nodes) node.stop(now_s + FADE_S);
    setTimeout(() => gains.forEach((gain) => gain.disconnect()), 100);
  };

  /**
   * Place sounds whose second 0 is at the steady time `zero_ms`; what is past is left out.
   * @param {Sound[]} sounds
   * @param {number} zero_ms
   */
  const play = (sounds, zero_ms) => {
    stop();
    plan = { sounds, zero_ms };
    if (!context || !desk || !runs()) return;
    const [tones, words] = [context.createGain(), context.createGain()];
    tones.connect(desk.tones);
    words.connect(desk.words);
    playing = { tones, words, placed: [], last_s: 0, pair: paired(context) };
    gauge.reset();
    put(sounds.filter(({ kind }) => kind !== "say"));
    putWords();
  };

  const putWords = () => {
    if (plan && levels.words > 0) put(plan.sounds.filter(({ kind }) => kind === "say"));
  };

  /** @param {Sound[]} sounds of the plan that plays */
  const put = (sounds) => {
    if (!context || !playing || !plan) return;
    const earliest_s = context.currentTime;
    for (const sound of sounds) {
      const moment_ms = plan.zero_ms + levels.offset_ms + sound.at_s * 1000;
      const moment_s = toContext(playing.pair, moment_ms);
      playing.last_s = Math.max(playing.last_s, moment_s);
      const begin_s = moment_s + (sound.after_s ?? 0);
      if (begin_s < earliest_s - BLINK_S) continue;
      const nodes = sing(sound, Math.max(begin_s, earliest_s));
      playing.placed.push({ sound, begin_s, nodes });
    }
  };

  /** Move what has not begun to where it is heard in time, when the audio clock has lost some. */
  const follow = () => {
    if (!context || !playing) return;
    const pair = gauge.slipped(playing.pair, paired(context));
    if (!pair) return;
    const now_s = context.currentTime;
    const ahead = playing.placed.filter(({ begin_s }) => begin_s > now_s + FADE_S);
    for (const { nodes } of ahead) {
      for (const node of nodes) {
        node.stop();
        node.disconnect();
      }
    }
    playing.placed = playing.placed.filter((one) => !ahead.includes(one));
    playing.pair = pair;
    playing.last_s = 0;
    put(ahead.map(({ sound }) => sound));
  };

  /** @param {Sound} sound @param {number} at_s audio time @returns {AudioScheduledSourceNode[]} */
  const sing = (sound, at_s) => {
    if (!context || !playing) return [];
    if (sound.kind !== "say") return place(context, playing.tones, sound, at_s);
    return voice ? [speak(context, playing.words, voice, sound.word ?? "", at_s)] : [];
  };

  /** The words may come later than the first set: then they join what is left of it. */
  const learn = async () => {
    if (voice || levels.words === 0) return;
    const known = await loadVoice();
    if (voice || !known) return;
    voice = known;
    if (runs()) putWords();
  };

  const replay = () => {
    ran = runs();
    if (plan) play(plan.sounds, plan.zero_ms);
  };

  /** Volumes, voice and delay as they are now wanted, also in the middle of a set. */
  const tune = (/** @type {Wanted} */ changed) => {
    wanted = changed;
    const before = levels;
    levels = leveled(wanted);
    if (context && desk) {
      desk.tones.gain.setTargetAtTime(levels.tones, context.currentTime, FADE_S);
      desk.words.gain.setTargetAtTime(levels.words, context.currentTime, FADE_S);
    }
    if (levels.loud !== before.loud) mixIn(levels.loud);
    const moved = levels.offset_ms !== before.offset_ms;
    if (runs() && (moved || (before.words === 0 && levels.words > 0))) replay();
    learn();
  };
  learn();

  return {
    /** Must be called within a tap: browsers keep sound silent until one. */
    async unlock() {
      mixIn(levels.loud);
      learn();
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
      tune({ ...wanted, volume: level });
    },
    tune,
    /**
     * Say one word now, over whatever plays.
     * @param {string} word
     */
    say(word) {
      if (!context || !desk || !voice || !runs() || levels.words === 0) return;
      speak(context, desk.words, voice, word, context.currentTime);
    },
    /**
     * Call it again and again: a frozen audio clock is replaced, and after an interruption (a
     * call, an alarm) the plan is taken up where it should be.
     */
    check() {
      if (runs() && !ran) replay();
      ran = runs();
      if (!context || !runs() || !plan) return watch.reset();
      if (!watch.stuck(context.currentTime, performance.now())) return follow();
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

/** @param {AudioContext} context */
function paired(context) {
  return pairing(context, context.getOutputTimestamp?.() ?? null, performance.now());
}

/** @param {Wanted} wanted */
function leveled({
  sounds = true,
  volume = 0.8,
  voice = true,
  voice_volume = 0.8,
  loud = false,
  offset_ms = 0,
}) {
  return { tones: sounds ? volume : 0, words: voice ? voice_volume : 0, loud, offset_ms };
}

/**
 * Music goes on playing under the coach, unless loud even in silent mode was chosen.
 * @param {boolean} loud
 */
function mixIn(loud) {
  const { audioSession } = /** @type {{audioSession?: {type: string}}} */ (navigator);
  if (audioSession) audioSession.type = loud ? "playback" : "transient";
}

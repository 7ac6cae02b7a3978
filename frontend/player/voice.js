/**
 * The coach's words: one sound file, fetched at first use, from which each word is played to the
 * sample.
 */
import { CLIPS, FILE, PIP_S } from "./clips.js";

/** @typedef {{buffer: AudioBuffer, late_s: number}} Voice `late_s`: what the decoder put in front */

const URL_OF_WORDS = new URL(`../media/voice/${FILE}`, import.meta.url);
/** The words reach up to 8 kHz; twice that and a little more keeps them small in memory. */
const RATE_HZ = 24_000;
/** The pip stands alone in this much of the beginning, however late a decoder makes it. */
const PIP_WITHIN_S = 0.4;

/** @type {Promise<Voice|null>|null} */
let loading = null;

/** The words, decoded once; null where there is no network and they were never here. */
export function loadVoice() {
  loading ??= fetchVoice().catch(() => {
    // The next set asks again.
    loading = null;
    return null;
  });
  return loading;
}

/** Let the phone keep the words for the gym, without decoding them now. */
export async function keepVoice() {
  await fetch(URL_OF_WORDS).then((answer) => answer.arrayBuffer()).catch(() => {});
}

/** @param {string} word */
export const hasClip = (word) => word in CLIPS;

/** How long a word takes. @param {string} word */
export const clip_s = (word) => CLIPS[word]?.[1] ?? 0;

/**
 * Place one word on the audio clock.
 * @param {BaseAudioContext} context
 * @param {AudioNode} out
 * @param {Voice} voice
 * @param {string} word
 * @param {number} at_s audio time
 */
export function speak(context, out, { buffer, late_s }, word, at_s) {
  const [from_s, length_s] = CLIPS[word];
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(out);
  source.start(at_s, from_s + late_s, length_s);
  return source;
}

async function fetchVoice() {
  if (typeof OfflineAudioContext === "undefined") throw new Error("no sound here");
  const answer = await fetch(URL_OF_WORDS);
  if (!answer.ok) throw new Error(`the words are not there: ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  const buffer = await new OfflineAudioContext(1, 1, RATE_HZ).decodeAudioData(bytes);
  return { buffer, late_s: pip_s(buffer) - PIP_S };
}

/** Where the pip is: the center of its energy. @param {AudioBuffer} buffer */
function pip_s(buffer) {
  const samples = buffer.getChannelData(0).subarray(0, PIP_WITHIN_S * buffer.sampleRate);
  let energy = 0, moment = 0;
  samples.forEach((sample, i) => {
    energy += sample * sample;
    moment += sample * sample * i;
  });
  return energy > 0 ? moment / energy / buffer.sampleRate : PIP_S;
}

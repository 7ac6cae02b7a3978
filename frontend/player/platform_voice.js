/**
 * The phone's own voice, for what no clip can hold: names and cues, in a rest, where time is loose.
 */

/** Voices on the device itself: the others need a network and tell a server what is said. */
function localVoice() {
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  const ours = voices.filter(({ localService, lang }) => localService && /^en\b/i.test(lang));
  return ours.find((voice) => voice.default) ?? ours[0] ?? null;
}

/** Whether anything would be said; browsers may know their voices only after a while. */
export const hasLocalVoice = () => localVoice() !== null;

/**
 * @param {string} text
 * @param {number} volume 0 to 1
 * @returns {boolean} whether a voice of this device says it
 */
export function sayAloud(text, volume) {
  const voice = localVoice();
  if (!voice || !text) return false;
  const words = new SpeechSynthesisUtterance(text);
  words.voice = voice;
  words.lang = voice.lang;
  words.volume = volume;
  speechSynthesis.cancel();
  speechSynthesis.speak(words);
  return true;
}

/** Some phones let a page speak only after a first word within a tap: this one is empty. */
export function wakeVoice() {
  if (localVoice()) speechSynthesis.speak(new SpeechSynthesisUtterance(""));
}

export function hush() {
  globalThis.speechSynthesis?.cancel();
}

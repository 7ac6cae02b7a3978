/**
 * How each sound is made: a few oscillators with an envelope, told apart by shape as well as by
 * pitch.
 */

/** @typedef {import("./sounds.js").Sound} Sound */
/**
 * @typedef {{hz: number, to_hz?: number, wave?: OscillatorType, after_s?: number, length_s:
 * number, level: number}} Tone
 */

/** The ends of the glides: lowering falls through an octave, lifting rises through one. */
const HIGH_HZ = 523.25;
const LOW_HZ = 261.63;
const ATTACK_S = 0.006;
const RELEASE_S = 0.05;

/** @type {Record<Exclude<Sound["kind"], "say">, (sound: Sound) => Tone[]>} */
const VOICES = {
  count: () => [{ hz: 660, length_s: 0.11, level: 0.5 }],
  go: () => [{ hz: 990, length_s: 0.3, level: 0.6 }],
  fall: ({ duration_s, from }) => [
    { hz: glide(HIGH_HZ, LOW_HZ, from), to_hz: LOW_HZ, length_s: duration_s - 0.02, level: 0.22 },
  ],
  rise: ({ duration_s, from }) => [{
    hz: glide(LOW_HZ * 1.5, HIGH_HZ * 1.5, from),
    to_hz: HIGH_HZ * 1.5,
    wave: "triangle",
    length_s: duration_s - 0.02,
    level: 0.3,
  }],
  tick: () => [{ hz: 1320, length_s: 0.03, level: 0.28, wave: "square" }],
  end_tick: () => [{ hz: 1760, length_s: 0.07, level: 0.34, wave: "triangle" }],
  step: () => [{ hz: 196, to_hz: 98, length_s: 0.09, level: 0.7, wave: "triangle" }],
  rep: () => [{ hz: 1046.5, length_s: 0.09, level: 0.42, wave: "triangle" }],
  last_rep: () => [
    { hz: 1046.5, length_s: 0.09, level: 0.46, wave: "triangle" },
    { hz: 1396.9, after_s: 0.12, length_s: 0.16, level: 0.46, wave: "triangle" },
  ],
  switch: () => [
    { hz: 587.3, length_s: 0.16, level: 0.5, wave: "triangle" },
    { hz: 880, after_s: 0.18, length_s: 0.16, level: 0.5, wave: "triangle" },
    { hz: 587.3, after_s: 0.36, length_s: 0.24, level: 0.5, wave: "triangle" },
  ],
  done: () => [
    { hz: 523.25, length_s: 0.14, level: 0.5 },
    { hz: 659.3, after_s: 0.14, length_s: 0.14, level: 0.5 },
    { hz: 784, after_s: 0.28, length_s: 0.42, level: 0.55 },
  ],
  rest_soon: () => [
    { hz: 740, length_s: 0.08, level: 0.4 },
    { hz: 740, after_s: 0.16, length_s: 0.08, level: 0.4 },
  ],
  rest_over: () => [
    { hz: 784, length_s: 0.22, level: 0.55, wave: "triangle" },
    { hz: 784, after_s: 0.34, length_s: 0.22, level: 0.55, wave: "triangle" },
    { hz: 1174.7, after_s: 0.68, length_s: 0.36, level: 0.55, wave: "triangle" },
  ],
};

/**
 * Place one sound on the audio clock.
 * @param {BaseAudioContext} context
 * @param {AudioNode} out
 * @param {Sound} sound
 * @param {number} at_s audio time
 * @returns {OscillatorNode[]} what must be stopped should the set be
 */
export function place(context, out, sound, at_s) {
  if (sound.kind === "say") return [];
  return VOICES[sound.kind](sound).map((tone) =>
    sing(context, out, tone, at_s + (tone.after_s ?? 0))
  );
}

/**
 * @param {BaseAudioContext} context
 * @param {AudioNode} out
 * @param {Tone} tone
 * @param {number} at_s
 */
function sing(context, out, { hz, to_hz, wave = "sine", length_s, level }, at_s) {
  const oscillator = context.createOscillator();
  const envelope = context.createGain();
  const end_s = at_s + length_s;
  oscillator.type = wave;
  oscillator.frequency.setValueAtTime(hz, at_s);
  if (to_hz) oscillator.frequency.exponentialRampToValueAtTime(to_hz, end_s);
  // A square is far louder to the ear than a sine of the same level.
  const peak = wave === "square" ? level / 4 : level;
  envelope.gain.setValueAtTime(0, at_s);
  envelope.gain.linearRampToValueAtTime(peak, at_s + ATTACK_S);
  envelope.gain.setValueAtTime(peak, Math.max(at_s + ATTACK_S, end_s - RELEASE_S));
  envelope.gain.linearRampToValueAtTime(0, Math.max(at_s + 2 * ATTACK_S, end_s));
  oscillator.connect(envelope).connect(out);
  oscillator.start(at_s);
  oscillator.stop(end_s + 0.01);
  return oscillator;
}

/** @param {number} from_hz @param {number} to_hz @param {number} share */
function glide(from_hz, to_hz, share) {
  return from_hz * (to_hz / from_hz) ** share;
}

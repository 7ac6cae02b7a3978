/** An AudioContext without a sound card, for whoever plays on one. */

/**
 * From now on an AudioContext only writes down what it is asked to do. A sound stopped without a
 * time was taken back: its `stop` is undefined.
 */
export function studio() {
  /** @type {{start: number, stop: number, word?: boolean, from_s?: number}[]} */
  const played = [];
  /** @type {any[]} */
  const contexts = [];
  const param = () => ({
    value: 1,
    setValueAtTime() {},
    linearRampToValueAtTime() {},
    exponentialRampToValueAtTime() {},
    setTargetAtTime() {},
  });
  const node = () => ({
    gain: param(),
    frequency: param(),
    disconnect() {},
    connect: (/** @type {any} */ to) => to,
  });
  class Context {
    state = "suspended";
    currentTime = 0;
    destination = node();
    constructor() {
      contexts.push(this);
    }
    createGain() {
      return node();
    }
    createOscillator() {
      const note = { start: NaN, stop: NaN };
      played.push(note);
      return {
        ...node(),
        start: (/** @type {number} */ at) => note.start = at,
        stop: (/** @type {number} */ at) => note.stop = at,
      };
    }
    createBufferSource() {
      /** @type {typeof played[number]} */
      const word = { start: NaN, stop: NaN, word: true };
      played.push(word);
      return {
        ...node(),
        start: (/** @type {number} */ at, /** @type {number} */ from_s) =>
          Object.assign(word, { start: at, from_s }),
        stop: (/** @type {number} */ at) => word.stop = at,
      };
    }
    resume() {
      this.state = "running";
      return Promise.resolve();
    }
    close() {
      this.state = "closed";
      return Promise.resolve();
    }
  }
  /** @type {any} */ (globalThis).AudioContext = Context;
  /** A decoder that puts 69 ms in front of the pip at 0.2 s. */
  const samples = new Float32Array(24_000);
  samples[Math.round(0.269 * 24_000)] = 1;
  /** @type {any} */ (globalThis).OfflineAudioContext = class {
    decodeAudioData = () =>
      Promise.resolve({ sampleRate: 24_000, duration: 1, getChannelData: () => samples });
  };
  return { played, contexts };
}

/** An AudioContext without a sound card, for whoever plays on one. */

/** From now on an AudioContext only writes down what it is asked to do. */
export function studio() {
  /** @type {{start: number, stop: number}[]} */
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
  return { played, contexts };
}

"""What is heard and when: a set rendered to samples, and the running player listened to."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from playwright.sync_api import Page

EXACT_S = 1e-5
# Notes of chimes and late sounds: no more than that are none of a timeline's seconds.
MORE = 8

# Every kind of set, as `compile` takes it, with what only the session knows.
SETS: list[dict[str, Any]] = [
    {"plan": {"measure": "reps", "reps": 8, "tempo": "3-1-1-0", "ready_s": 5},
     "told": {"side": "left"}},
    {"plan": {"measure": "reps", "reps": 31, "tempo": "2-0-X-1", "starts": "bottom"}, "told": {}},
    {"plan": {"measure": "reps", "reps": 6, "tempo": "4-2-2-2", "ready_s": 8, "ends": "switch"},
     "told": {"side": "right", "turned": True,
              "phase_words": {"lower": "Slide out", "pause_low": "Touch"}}},
    {"plan": {"measure": "hold", "hold_s": 45, "ready_s": 10}, "told": {"side": "right"}},
    {"plan": {"measure": "contacts", "contacts": 40, "contact_s": 0.5}, "told": {}},
    {"plan": {"measure": "contacts", "contacts": 9, "contact_s": 2}, "told": {}},
    {"rest_s": 90},
]  # fmt: skip

RENDER = """async ([root, sets]) => {
  const load = (path) => import(`${root}${path}`);
  const [{ coachAudio }, { compile }, { setSounds, restSounds }, { setCalls, restCalls },
    { loadVoice }] = await Promise.all(["player/audio.js", "player/tempo.js", "player/sounds.js",
    "player/calls.js", "player/voice.js"].map(load));
  if (!await loadVoice()) throw new Error("no voice");
  const RATE = 48_000, FIRST_S = 0.5, EDGE_S = 0.1, AUDIBLE = 10 ** (-26 / 20);

  /** Plays on the real coach's sound, whose audio clock is one that renders to samples. */
  const render = async (sounds, length_s) => {
    let made;
    const Real = globalThis.AudioContext;
    globalThis.AudioContext = class extends OfflineAudioContext {
      constructor() { super(1, Math.ceil(length_s * RATE), RATE); made = this; }
      get state() { return "running"; }
      resume() { return Promise.resolve(); }
      close() { return Promise.resolve(); }
      getOutputTimestamp() { return { contextTime: 1e-9, performanceTime: this.zero_ms }; }
    };
    const audio = coachAudio({ volume: 1, voice_volume: 1 });
    await audio.unlock();
    globalThis.AudioContext = Real;
    await new Promise((done) => setTimeout(done));
    made.zero_ms = performance.now();
    audio.play(sounds, made.zero_ms + FIRST_S * 1000);
    const samples = (await made.startRendering()).getChannelData(0);
    audio.close();
    return samples;
  };

  const level = (samples, from, to) => {
    let top = 0;
    for (let at = from; at < to; at += 192) {
      let sum = 0;
      for (let i = at; i < at + 192; i++) sum += (samples[i] ?? 0) ** 2;
      top = Math.max(top, Math.sqrt(sum / 192));
    }
    return top;
  };

  const heard = [];
  for (const { plan, told, rest_s } of sets) {
    const timeline = plan && compile(plan);
    const all = rest_s
      ? [...restSounds(rest_s), ...restCalls(rest_s)]
      : [...setSounds(timeline), ...setCalls(timeline, 0, told)];
    const length_s = FIRST_S + (rest_s ?? timeline.duration_s) + 3;
    // Each kind by itself, and every other sound of it, so that none hides the next one's begin.
    for (const kind of new Set(all.map((sound) => sound.kind))) {
      for (const parity of [0, 1]) {
        const stem = all.filter((sound) => sound.kind === kind).filter((_, i) => i % 2 === parity);
        if (!stem.length) continue;
        const samples = await render(stem, length_s);
        for (const sound of stem) {
          const ideal_s = FIRST_S + sound.at_s + (sound.after_s ?? 0);
          const from = Math.round((ideal_s - EDGE_S) * RATE);
          const to = Math.round((ideal_s + EDGE_S) * RATE);
          const end = Math.round((ideal_s + 0.3) * RATE);
          const loud = AUDIBLE * level(samples, Math.round(ideal_s * RATE), end);
          let first = from;
          while (first < to && Math.abs(samples[first]) <= loud) first++;
          const error_ms = (first / RATE - ideal_s) * 1000;
          heard.push({ what: sound.word ?? kind, at_s: sound.at_s, error_ms, level: loud });
        }
      }
    }
  }
  return heard;
}"""

# Before the page's own scripts: writes down what is placed, what is shown, and keeps two clocks.
LISTEN = """(() => {
  const book = globalThis.book = { starts: [], shown: [], frames: [], blocks: [], clocks: null };
  let context = null;
  let batch = 0, counted = false;
  const batchOfNow = () => {
    // What is placed in one go is one batch.
    if (!counted) setTimeout(() => (counted = false, batch++));
    counted = true;
    return batch;
  };
  const steady = () => performance.now();
  for (const kind of [OscillatorNode, AudioBufferSourceNode]) {
    const { start } = kind.prototype;
    kind.prototype.start = function (when, ...rest) {
      const word = kind === AudioBufferSourceNode;
      if (this.context instanceof AudioContext) context = this.context;
      book.starts.push({ when, word, batch: batchOfNow() });
      return start.call(this, when, ...rest);
    };
  }
  requestAnimationFrame(function look() {
    requestAnimationFrame(look);
    book.frames.push(steady());
    const { contextTime, performanceTime } = context?.getOutputTimestamp() ?? {};
    if (contextTime > 0) book.clocks = [performanceTime, contextTime];
  });
  let before = "";
  new MutationObserver(() => {
    const phase = document.querySelector(".player .phase .word")?.textContent ?? "";
    const rep = document.querySelector(".player .phase .reps")?.textContent ?? "";
    const now = `${phase} ${rep}`;
    if (now !== before && phase) book.shown.push({ at_ms: steady(), phase });
    before = now;
  }).observe(document, { subtree: true, childList: true, characterData: true });
  globalThis.blockEvery = (each_ms, for_ms) => setTimeout(function block() {
    const from = steady();
    while (steady() - from < for_ms);
    book.blocks.push([from, steady()]);
    setTimeout(block, each_ms);
  }, each_ms);
})()"""


@dataclass
class Lag:
    """How far a phase on the screen was behind the moment its sound is placed at.

    `blocked`: the main thread stood still in between; `frames`: how many were drawn from the sound
    to the picture, this one included; `frame_ms`: how long after the begin of the one before it.
    """

    phase: str
    lag_ms: float
    blocked: bool
    frames: int
    frame_ms: float


def rendered(page: Page, root: str) -> list[dict[str, Any]]:
    """Every sound of SETS as it begins in the samples: what, at_s, error_ms, level."""
    heard: list[dict[str, Any]] = page.evaluate(RENDER, [root, SETS])
    return heard


def plan_of(page: Page, root: str) -> dict[str, Any]:
    """The set that runs now by its own timeline, and where its second 0 is on the page's clock."""
    found: dict[str, Any] = page.evaluate(
        """async (root) => {
          const load = (path) => import(`${root}${path}`);
          const [store, { timelineOf }, { setSounds }, { setCalls }] = await Promise.all(
            ["data/store.js", "player/steps.js", "player/sounds.js", "player/calls.js"].map(load));
          const state = store.active.peek();
          const timeline = timelineOf(state);
          const exercise = store.catalog.peek().find(({ slug }) =>
            slug === state.workout.items[state.at.item].exercise);
          const told = { side: state.at.side, turned: Object.keys(state.performed).length > 0,
            phase_words: exercise?.phase_words };
          const tones = setSounds(timeline).map(({ at_s, kind }) => ({ at_s, kind }));
          const words = setCalls(timeline, 0, told)
            .map(({ at_s, after_s = 0, word }) => ({ at_s: at_s + after_s, kind: word }));
          const epoch_ms = state.phase_started_at + state.paused_ms;
          return { tones, words, zero_ms: epoch_ms - (Date.now() - performance.now()),
            duration_s: timeline.duration_s };
        }""",
        root,
    )
    return found


def off_ms(book: dict[str, Any], plan: dict[str, Any]) -> float:
    """How far from its second the set sounds, by the last reading of both clocks.

    Sounds of an audio clock that lost time are placed anew: those placed last are what is heard.
    """
    heard_ms, audio_s = book["clocks"]
    last = batches([it for it in book["starts"] if not it["word"]])[-1]
    zero_s = second_0(last, [it["at_s"] for it in plan["tones"]])
    assert zero_s is not None, last
    return float(heard_ms + (zero_s - audio_s) * 1000 - plan["zero_ms"])


def batches(starts: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """What was placed in one go, in its order."""
    return [list(group) for _, group in groupby(starts, key=lambda it: it["batch"])]


def second_0(batch: list[dict[str, Any]], timeline_s: list[float]) -> float | None:
    """The audio time of the timeline's second 0; None unless all from some second on are there.

    A few starts may be none of its seconds: chimes have several notes, and what comes a blink late
    when sounds are placed anew begins at once.
    """
    starts_s, seconds = sorted({it["when"] for it in batch}), sorted(set(timeline_s))

    def there(zero_s: float) -> list[bool]:
        after = (bisect_left(starts_s, zero_s + at_s - EXACT_S) for at_s in seconds)
        return [
            at < len(starts_s) and starts_s[at] < zero_s + at_s + EXACT_S
            for at, at_s in zip(after, seconds, strict=True)
        ]

    def fits(zero_s: float) -> bool:
        found = there(zero_s)
        return all(found[found.index(True) :]) and sum(found) >= len(starts_s) - MORE

    could_be = (start_s - at_s for start_s in starts_s[:MORE] for at_s in seconds)
    return next(filter(fits, could_be), None)


def lags(book: dict[str, Any], plan: dict[str, Any]) -> list[Lag]:
    """For each phase shown: the moment it was written, against the sound that begins it."""
    sounds_ms = [plan["zero_ms"] + sound["at_s"] * 1000 for sound in plan["tones"]]
    found = []
    for shown in book["shown"]:
        if shown["phase"] == "Ready":
            continue  # it stands there from the tap on
        sound_ms = min(sounds_ms, key=lambda at_ms: abs(shown["at_ms"] - at_ms))
        begin, end = sorted((sound_ms, shown["at_ms"]))
        blocked = any(start < end and begin < stop for start, stop in book["blocks"])
        drawn = [at_ms for at_ms in book["frames"] if at_ms <= shown["at_ms"]]
        since = sum(at_ms > sound_ms for at_ms in drawn)
        gap_ms = shown["at_ms"] - drawn[-2]
        found.append(Lag(shown["phase"], shown["at_ms"] - sound_ms, blocked, since, gap_ms))
    return found

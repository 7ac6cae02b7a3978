/**
 * Sets placed on an audio clock of our own: when everything starts, and that stop means silence.
 */
import { coachAudio } from "../../../frontend/player/audio.js";
import { setCalls } from "../../../frontend/player/calls.js";
import { CLIPS } from "../../../frontend/player/clips.js";
import { restSounds, setSounds } from "../../../frontend/player/sounds.js";
import { compile } from "../../../frontend/player/tempo.js";
import { loadVoice } from "../../../frontend/player/voice.js";
import { close, equal, ok } from "./expect.js";
import { studio } from "./studio.js";

const timeline = compile({ measure: "reps", reps: 8, tempo: "3-1-1-0" });

Deno.test("a whole set is placed ahead, every sound at its second of the timeline", async () => {
  const { played } = studio();
  const audio = coachAudio();
  await audio.unlock();
  const zero_ms = performance.now() + 100;
  const sounds = setSounds(timeline).filter(({ kind }) => kind === "tick");
  audio.play(sounds, zero_ms);
  equal(played.length, 8);
  played.forEach(({ start }, i) =>
    close(start - played[0].start, sounds[i].at_s - sounds[0].at_s, 1e-6)
  );
  ok(played[7].start > 30, "the last tick is placed more than thirty seconds ahead");
  audio.close();
});

Deno.test("what is past is left out, what is now may be a blink late", async () => {
  const { played } = studio();
  const audio = coachAudio();
  await audio.unlock();
  audio.play(setSounds(timeline, 20), performance.now() - 20000);
  ok(played.length > 0 && played.every(({ start }) => start >= 0));
  audio.close();
});

Deno.test("stop silences everything that was placed", async () => {
  const { played } = studio();
  const audio = coachAudio();
  await audio.unlock();
  audio.play(setSounds(timeline), performance.now());
  audio.stop();
  ok(played.every(({ stop }) => stop <= 0.1));
  audio.close();
});

Deno.test("before the first tap nothing is placed; the tap takes up what is running", async () => {
  const { played } = studio();
  const audio = coachAudio();
  audio.play(setSounds(timeline), performance.now());
  equal([played.length, audio.locked()], [0, true]);
  await audio.unlock();
  ok(played.length > 20);
  equal(audio.locked(), false);
  audio.close();
});

Deno.test("a frozen audio clock is replaced and the set goes on where it should be", async () => {
  const { played, contexts } = studio();
  const audio = coachAudio();
  await audio.unlock();
  audio.play(setSounds(timeline), performance.now());
  const before = played.length;
  audio.check();
  await new Promise((done) => setTimeout(done, 1100));
  audio.check();
  await new Promise((done) => setTimeout(done, 10));
  equal([contexts.length, contexts[0].state], [2, "closed"]);
  ok(played.length > before);
  audio.close();
});

Deno.test("a chime that has begun rings out, whatever comes after it", async () => {
  const { played, contexts } = studio();
  const audio = coachAudio();
  await audio.unlock();
  audio.play(restSounds(30), performance.now() - 30_000);
  contexts[0].currentTime = 0.3;
  audio.stop();
  ok(Math.max(...played.map(({ stop }) => stop)) > 1, "the end of the rest is heard to its end");
  audio.close();
});

Deno.test("sound that the system took away comes back at its second of the timeline", async () => {
  const { played, contexts } = studio();
  const audio = coachAudio();
  await audio.unlock();
  audio.play(setSounds(timeline), performance.now());
  audio.check();
  const placed = played.length;
  audio.check();
  equal(played.length, placed);
  contexts[0].state = "interrupted";
  audio.check();
  contexts[0].state = "running";
  audio.check();
  ok(played.length > placed, "placed again, because the audio clock stood still meanwhile");
  audio.close();
});

Deno.test("back on the page the sound is asked for, and placed by the clock of now", async () => {
  const { played, contexts } = studio();
  const audio = coachAudio();
  await audio.unlock();
  audio.play(setSounds(timeline), performance.now());
  const placed = played.length;
  contexts[0].state = "interrupted";
  await audio.realign();
  equal(contexts[0].state, "running");
  ok(played.length > placed);
  audio.close();
});

Deno.test("words are placed with the tones, and begin where the decoder put them", async () => {
  const { played } = studio();
  await loadVoice();
  const audio = coachAudio();
  await audio.unlock();
  await new Promise((done) => setTimeout(done));
  const zero_ms = performance.now() + 500;
  const calls = setCalls(timeline);
  audio.play([...setSounds(timeline), ...calls], zero_ms);
  const words = played.filter(({ word }) => word);
  equal(words.length, calls.length);
  words.forEach(({ start, from_s = 0 }, i) => {
    const begin_s = calls[i].at_s + (calls[i].after_s ?? 0);
    close(start - words[0].start, begin_s, 1e-6);
    close(from_s, CLIPS[calls[i].word ?? ""][0] + 0.069, 1e-4);
  });
  audio.close();
});

Deno.test("without voice no word is placed; switched on in the set, the rest of it is", async () => {
  const { played } = studio();
  const audio = coachAudio({ voice: false });
  await audio.unlock();
  audio.play([...setSounds(timeline), ...setCalls(timeline)], performance.now());
  await new Promise((done) => setTimeout(done, 20));
  equal(played.filter(({ word }) => word).length, 0);
  audio.tune({ voice: true });
  await new Promise((done) => setTimeout(done, 20));
  ok(played.filter(({ word }) => word).length > 5);
  audio.close();
});

Deno.test("an offset moves every sound against the picture", async () => {
  for (const offset_ms of [-200, 0, 200]) {
    const { played } = studio();
    const audio = coachAudio({ offset_ms, voice: false });
    await audio.unlock();
    const zero_ms = performance.now() + 1000;
    audio.play(setSounds(timeline), zero_ms);
    close(played[0].start, 1 - 0.04 + offset_ms / 1000, 0.01);
    audio.close();
  }
});

Deno.test("a chime that a late headset still has to come to is not cut off", async () => {
  const { played, contexts } = studio();
  const audio = coachAudio({ offset_ms: 250, voice: false });
  await audio.unlock();
  audio.play(restSounds(30), performance.now() - 29_900);
  contexts[0].currentTime = 0.11;
  audio.stop();
  ok(Math.max(...played.map(({ stop }) => stop)) > 1);
  audio.close();
});

/** A page whose clock the test turns, around sound whose own clock runs as `rate` says. */
async function clocks({ rate = 1 } = {}) {
  const { played, contexts } = studio();
  const audio = coachAudio({ voice: false });
  const own = performance.now;
  let now_ms = own.call(performance);
  performance.now = () => now_ms;
  await audio.unlock();
  return {
    audio,
    played,
    context: contexts[0],
    now: () => now_ms,
    /** @param {number} ms */
    pass(ms) {
      now_ms += ms;
      contexts[0].currentTime += ms / 1000 * rate;
      audio.check();
    },
    close() {
      audio.close();
      performance.now = own;
    },
  };
}

Deno.test("an audio clock that loses a tenth of a second is followed by all that has not begun", async () => {
  const { audio, played, context, now, pass, close: end } = await clocks();
  audio.play(setSounds(timeline), now());
  const before = played.length;
  for (let i = 0; i < 20; i++) pass(100);
  equal(played.length, before);
  context.currentTime -= 0.1;
  for (let i = 0; i < 7; i++) pass(16);
  const moved = played.slice(before);
  const kept = played.slice(0, before).filter(({ stop }) => stop !== undefined);
  equal(moved.length + kept.length, before);
  ok(kept.every(({ start }) => start <= context.currentTime + 0.1));
  const last = played[before - 1];
  close(moved[moved.length - 1].start - last.start, -0.1, 1e-6);
  end();
});

Deno.test("one odd reading of the audio clock moves nothing", async () => {
  const { audio, played, context, now, pass, close: end } = await clocks();
  audio.play(setSounds(timeline), now());
  const before = played.length;
  for (let i = 0; i < 50; i++) {
    const odd = i % 5 === 0 ? 0.03 : 0;
    context.currentTime += odd;
    pass(16);
    context.currentTime -= odd;
  }
  equal(played.length, before);
  end();
});

Deno.test("nothing drifts in thirty minutes, on a sound card that runs 200 millionths fast", async () => {
  const rate = 1.0002;
  const { audio, played, context, now, pass, close: end } = await clocks({ rate });
  const [began_ms, began_s] = [now(), context.currentTime];
  const heard_ms = (/** @type {number} */ start) =>
    began_ms + (start + 0.04 - began_s) / rate * 1000;
  /** @type {number[]} */
  const worst_ms = [];
  while (now() - began_ms < 30 * 60_000) {
    const zero_ms = now() + 250;
    const first = played.length;
    const sounds = setSounds(timeline).filter(({ kind }) => kind === "tick");
    audio.play(sounds, zero_ms);
    for (let ms = 0; ms < timeline.duration_s * 1000 + 500; ms += 50) pass(50);
    const kept = played.slice(first).filter(({ stop }) => stop !== undefined);
    equal(kept.length, sounds.length);
    kept.sort((a, b) => a.start - b.start);
    worst_ms.push(Math.max(...kept.map(({ start }, i) =>
      Math.abs(heard_ms(start) - zero_ms - sounds[i].at_s * 1000)
    )));
    for (let ms = 0; ms < 60_000; ms += 1000) pass(1000);
  }
  ok(worst_ms.length >= 17, "the session has its sets");
  ok(Math.max(...worst_ms) < 10, `${Math.max(...worst_ms)} ms`);
  close(worst_ms[worst_ms.length - 1], worst_ms[0], 1);
  end();
});

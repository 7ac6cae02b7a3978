/**
 * Sets placed on an audio clock of our own: when everything starts, and that stop means silence.
 */
import { coachAudio } from "../../../frontend/player/audio.js";
import { restSounds, setSounds } from "../../../frontend/player/sounds.js";
import { compile } from "../../../frontend/player/tempo.js";
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

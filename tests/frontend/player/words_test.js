/// <reference lib="deno.ns" />
/** What stands over a set and beside its load, word for word. */
import { loadSentence, phaseOf, wordOver } from "../../../frontend/player/words.js";
import { equal } from "./expect.js";
import { bridge, play, session, split_squat } from "./workouts.js";

Deno.test("what to load is said as one would say it in a gym", () => {
  equal(loadSentence(split_squat, "kg"), "Two dumbbells: 2\u00a0×\u00a08\u00a0kg.");
  equal(loadSentence(bridge, "kg"), "Your body is the load.");
});

Deno.test("before a second side it is said where to turn; in a pause, that it is one", () => {
  const phone = play(session([{ ...split_squat, first: "right" }])).do("start");
  equal(wordOver(phone.state, "ready"), "Ready");
  phone.whole();
  equal(wordOver(phone.state, "ready"), "To the left");
  phone.do("pause", 1);
  equal(wordOver(phone.state, "ready"), "Paused");
  phone.do("resume", 1);
  equal(wordOver(phone.state, "lower", { lower: "Sink" }), "Sink");
});

Deno.test("an exercise's own phase words win", () => {
  equal(phaseOf("lower", { lower: "Switch" }), { kind: "lower", word: "Switch" });
  equal(phaseOf("pause_low").word, "Pause");
});

/** What a screen reader says of a session: each turn of it once, never a flood. */
import { useEffect, useRef, useSignalEffect } from "../../vendor/preact.js";
import { announce } from "../../ui/parts.js";
import { amountWord, phaseOf, setWord, SIDE } from "../words.js";
import { paced } from "./paced.js";

/** Reps shorter than this are told in fives. */
const TELLABLE_S = 2;
const FIVES = 5;

/**
 * The phases of a session: what waits, what runs, what is asked.
 * @param {import("../types.d.ts").Active} state
 * @param {string} name of the exercise
 */
export function usePhasesSpoken(state, name) {
  const { phase, at, rest, paused_at } = state;
  const first = useRef(true);
  useEffect(() => {
    // The page's own title has just been read.
    if (first.current) return void (first.current = false);
    const set = [name, setWord(state), SIDE[at.side]].filter(Boolean).join(", ");
    const rest_s = rest ? Math.round((rest.until - Date.now()) / 1000) : 0;
    const text = paused_at !== null ? "Paused."
      : phase === "ready" ? `${set}: ${amountWord(paced(state))}. Ready to start.`
      : phase === "log" ? `${setWord(state)} done. Log it.`
      : phase === "rest" ? `Rest, ${rest_s} seconds. Next: ${set}.`
      : "";
    if (text) announce(text.replaceAll("\u00a0", " "));
  }, [phase, at.item, at.set, paused_at === null]);
}

/**
 * A running set: the phases of the first rep by name, then reps, then the end.
 * @param {import("../coach.js").Coach} coach
 * @param {Record<string, string>} [own] the exercise's own words for its phases
 */
export function useSetSpoken(coach, own) {
  const said = useRef("");
  useSignalEffect(() => {
    const { type, rep, of, over, count } = coach.live.value;
    if (over) return;
    const rep_s = coach.timeline()?.rep_s ?? 0;
    const told = rep_s >= TELLABLE_S || rep % FIVES === 0;
    const text = type === "ready" ? "Get ready"
      : type === "hold" ? (count % 10 === 0 ? `${count} seconds` : "")
      : type === "contact" ? (rep === 1 ? "Go" : told ? String(rep) : "")
      : rep === 1 ? (rep_s >= TELLABLE_S ? phaseOf(type, own).word : "Go")
      : rep === of ? "Last rep" : told ? `Rep ${rep}` : "";
    if (!text || text === said.current) return;
    said.current = text;
    announce(text);
  });
}

/** What a screen reader says of a session: each turn of it once, never a flood. */
import { useEffect, useRef, useSignalEffect } from "../../vendor/preact.js";
import { announce } from "../../ui/parts.js";
import { amountWord, noticeWords, phaseOf, setWord, SIDE } from "../words.js";
import { paced } from "./paced.js";

/** @typedef {import("../types.d.ts").Active} Active */
/** @typedef {import("../tempo.js").Standing} Standing */

/** Reps shorter than this are told in fives. */
const TELLABLE_S = 2;
const FIVES = 5;

/**
 * The phases of a session: what waits, what runs, what is asked, and what must be known before.
 * @param {import("../coach.js").Coach} coach
 * @param {string} name of the exercise
 */
export function usePhasesSpoken(coach, name) {
  const state = coach.state.value;
  const { phase, at, paused_at } = state;
  const before = useRef(/** @type {Active|null} */ (null));
  useEffect(() => {
    const text = phaseSpoken(state, name, before.current, coach.now());
    before.current = state;
    if (text) announce(text);
  }, [phase, at.item, at.set, paused_at === null]);
}

/**
 * @param {Active} state
 * @param {string} name of the exercise
 * @param {Active|null} before what was spoken of last; null when the page has just been opened
 * @param {number} now_ms
 */
export function phaseSpoken(state, name, before, now_ms) {
  const { phase, at, rest, notice } = state;
  const words = notice && notice !== before?.notice ? noticeWords(state) : null;
  const known = words ? [words.strong, words.more] : [];
  const set = [name, setWord(state), SIDE[at.side]].filter(Boolean).join(", ");
  const rest_s = rest ? Math.round((rest.until - now_ms) / 1000) : 0;
  /** @type {Record<Active["phase"], string>} */
  const turns = {
    ready: `${set}: ${amountWord(paced(state))}. Ready to start.`,
    work: state.paused_at !== null ? "Paused." : before?.paused_at ? "Resumed." : "",
    log: `${setWord(state)} done. Log it.`,
    rest: `Rest, ${rest_s} seconds. Next: ${set}.`,
    finish: `${state.ended_early ? "Ended early" : "Last set done"}. How hard was it, all in all?`,
    over: "Saved.",
    discarded: "Session thrown away. You can still take it back.",
  };
  // A page just opened has read its own title.
  const turn = before ? turns[phase] : "";
  return [...known, turn].filter(Boolean).join(" ").replaceAll("\u00a0", " ");
}

/**
 * A running set: its side, the phases of the first rep by name, then reps, then the end.
 * @param {import("../coach.js").Coach} coach
 * @param {{name: string, phase_words?: Record<string, string>}} exercise
 */
export function useSetSpoken(coach, exercise) {
  const said = useRef("");
  const before = useRef("");
  useSignalEffect(() => {
    const standing = coach.live.value;
    if (standing.over) return;
    const begins = standing.type !== before.current;
    before.current = standing.type;
    const rep_s = coach.timeline()?.rep_s ?? 0;
    const text = setSpoken(coach.state.peek(), standing, { ...exercise, rep_s, begins });
    if (!text || text === said.current) return;
    said.current = text;
    announce(text);
  });
}

/**
 * @param {Active} state
 * @param {Pick<Standing, "type"|"rep"|"of"|"count">} standing
 * @param {{name: string, rep_s: number, begins: boolean, phase_words?: Record<string, string>}}
 *   told `begins`: something else ran a moment ago
 */
export function setSpoken(state, { type, rep, of, count }, { name, rep_s, begins, phase_words }) {
  if (type === "ready") return readySpoken(state, name);
  if (type === "hold") {
    if (begins) return `${phaseOf(type, phase_words).word}, ${count} seconds`;
    return count % 10 === 0 ? `${count} seconds` : "";
  }
  const tellable = rep_s >= TELLABLE_S;
  if (rep === 1) return tellable && type !== "contact" ? phaseOf(type, phase_words).word : "Go";
  const told = tellable || rep % FIVES === 0;
  if (type === "contact") return told ? String(rep) : "";
  return rep === of ? "Last rep" : told ? `Rep ${rep}` : "";
}

/**
 * What nobody has started by hand is named: the other side, and what a circuit goes on with.
 * @param {Active} state
 * @param {string} name
 */
function readySpoken({ at, performed, rolling }, name) {
  const turned = Object.keys(performed).length > 0;
  const side = turned ? `To the ${at.side}` : at.side === "both" ? "" : `${SIDE[at.side]} side`;
  return [rolling && !turned ? name : "", side, "Get ready"].filter(Boolean).join(". ");
}

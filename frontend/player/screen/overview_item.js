/** One exercise of the session's overview: how far it is, and what can be done about it. */
import { html } from "../../vendor/preact.js";
import { loadWord, setsLine } from "../../ui/format.js";
import { Button } from "../../ui/parts.js";
import { begun } from "../order.js";
import { busy } from "../rearrange.js";
import { SKIP } from "../words.js";

/** @typedef {import("../types.d.ts").Active} Active */
/** @typedef {"done"|"now"|"next"|"left_out"} Status */

/**
 * @param {{state: Active, item: number, name: string, units: "kg"|"lb", sets: Status[],
 *   open: boolean, onOpen: () => void, up: (() => void)|null, down: (() => void)|null,
 *   onAct: (action: import("../types.d.ts").Action) => void, onMore: (item: number) => void,
 *   onSwap: (item: number) => void, onSkip: (item: number) => void}} props
 */
export function OverviewItem(props) {
  const { state, item, name, units, sets, open, onOpen, up, down } = props;
  const it = state.workout.items[item];
  const dose = /** @type {import("../../ui/format.js").Item} */ (it);
  const facts = [setsLine(dose), loadWord(it, units)].filter(Boolean).join(" · ");
  const now = item === state.at.item && sets.includes("now");
  const word = stateWord(state, item, sets);
  return html`
    <li class="part-of" data-now=${now ? "" : undefined}>
      <button type="button" class="part-head" aria-expanded=${String(open)} onClick=${onOpen}>
        <b>${name}</b>
        <span class="muted">${facts}</span>
        ${word && html`<span class="state">${word}</span>`}
      </button>
      <span class="movers">
        ${up && html`<${Mover} label=${`Earlier: ${name}`} act=${up}>▲<//>`}
        ${down && html`<${Mover} label=${`Later: ${name}`} act=${down}>▼<//>`}
      </span>
      ${open && html`<div class="part-acts"><${Acts} ...${props} now=${now} /></div>`}
    </li>`;
}

/** @param {{label: string, act: () => void, children?: any}} props */
function Mover({ label, act, children }) {
  return html`
    <button type="button" class="mover" aria-label=${label} onClick=${act}>${children}</button>`;
}

/** @param {Parameters<typeof OverviewItem>[0] & {now: boolean}} props */
function Acts({ state, item, sets, now, onAct, onMore, onSwap, onSkip }) {
  const going = !["finish", "over"].includes(state.phase);
  const closed = state.closed[item];
  const open = sets.includes("next") || sets.includes("now");
  const left_out = sets.includes("left_out") && (!closed || closed === "skipped");
  const held = busy(state);
  const more = begun(state, item) && !closed && state.phase !== "work";
  const swap = going && open && !closed && !(now && held);
  const choices = [
    going && open && !now && { label: held ? "Do it next" : "Do it now", act: jump },
    left_out && { label: "Bring it back", act: jump },
    more && { label: "One more set", act: () => onMore(item) },
    swap && { label: "Swap", act: () => onSwap(item) },
    going && open && { label: "Skip", act: () => onSkip(item) },
  ].filter((choice) => choice !== false);
  function jump() {
    onAct({ type: "jump", item });
  }
  if (choices.length === 0) return html`<p class="muted">Nothing left to change here.</p>`;
  return choices.map(({ label, act }) => html`
    <${Button} small key=${label} onClick=${act}>${label}<//>`);
}

/** @param {Active} state @param {number} item @param {Status[]} sets */
function stateWord({ closed, skip_reasons, workout }, item, sets) {
  const done = sets.filter((set) => set === "done").length;
  const some = done > 0 ? `${done} of ${sets.length} sets` : "";
  const why = SKIP.find(({ value }) => value === skip_reasons[workout.items[item].slot])?.label;
  const left_out = ["left out", why?.toLowerCase()].filter(Boolean).join(": ");
  const word = closed[item] === "pain" ? "ended: pain"
    : closed[item] === "form" ? "ended: form"
    : closed[item] === "swapped" ? "swapped"
    : sets.includes("now") ? "now"
    : sets.every((set) => set === "done") ? "done"
    : sets.includes("next") ? ""
    : left_out;
  return [word, word === "done" ? "" : some].filter(Boolean).join(", ");
}

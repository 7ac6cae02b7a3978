/** Another exercise for this slot today, by the reason to want one. */
import { html, useEffect, useState } from "../../vendor/preact.js";
import { REGIONS } from "../../ui/checkin.js";
import { capital, dayFrom, loadWord, measure, plain } from "../../ui/format.js";
import { Button, ChipGroup, Sheet } from "../../ui/parts.js";
import { lastResults, swapGroups } from "../swaps.js";
import { doseWords, SWAP } from "../words.js";

/** @typedef {import("../types.d.ts").Item} Item */
/** @typedef {import("../types.d.ts").SwapReason} SwapReason */

/**
 * @param {{item: Item, given: Omit<Parameters<typeof swapGroups>[0], "item"|"last">,
 *   nameOf: (exercise: string) => string, units: "kg"|"lb", day: string,
 *   results: () => Promise<{day: string, set: Record<string, any>}[]>,
 *   onPick: (item: Item, why: SwapReason) => void, onLeaveOut: () => void, onClose: () => void}}
 *   props
 */
export function Swap({ item, given, nameOf, units, day, results, onPick, onLeaveOut, onClose }) {
  const [last, setLast] = useState(/** @type {ReturnType<typeof lastResults>} */ ({}));
  const [region, setRegion] = useState("");
  useEffect(() => void results().then((sets) => setLast(lastResults(sets)), () => {}), []);
  const sore = [...given.sore ?? [], region].filter(Boolean);
  const groups = swapGroups({ ...given, item, sore, last });
  const [why, setWhy] = useState(groups[0].why);
  const { choices } = groups.find((group) => group.why === why) ?? groups[0];
  const hurts = why === "pain";
  const own = REGIONS.filter((one) => item.regions?.includes(one));
  return html`
    <${Sheet} title=${`Instead of ${nameOf(item.exercise)}`} onClose=${onClose} done="Back">
      <${ChipGroup} legend="Why" quiet loose value=${why} onChange=${setWhy}
        options=${groups.map((group) => ({ value: group.why, label: SWAP[group.why] }))} />
      ${hurts && html`
        <${ChipGroup} legend="Where does it hurt?" loose value=${sore.at(-1)} onChange=${setRegion}
          options=${(own.length > 0 ? own : REGIONS)
            .map((value) => ({ value, label: capital(plain(value)) }))} />`}
      ${choices.length > 0 && html`
        <ul class="swap-list">
          ${choices.map(({ item, last }) => {
            const { amount, load } = doseWords(item, units);
            return html`
              <li key=${item.exercise}>
                <button type="button" onClick=${() => onPick(item, why)}>
                  <b>${nameOf(item.exercise)}</b>
                  <span class="muted">${[amount, load].filter(Boolean).join(" · ")}</span>
                  ${last && html`
                    <span class="muted">Last: ${lastWords(last, units, day)}</span>`}
                </button>
              </li>`;
          })}
        </ul>`}
      ${hurts && sore.length > 0 && choices.length === 0 && html`
        <p>Nothing else in this place spares it.</p>`}
      ${hurts && html`<${Button} big onClick=${onLeaveOut}>Leave it out today<//>`}
      <p class="muted">
        Only for today. The slot keeps its goal; next time the plan offers its own exercise again.
      </p>
    <//>`;
}

/** Why nothing can take its place. @param {{name: string, onClose: () => void}} props */
export function Stays({ name, onClose }) {
  return html`
    <${Sheet} title=${`Instead of ${name}`} onClose=${onClose} done="Back">
      <p>
        What is left is one more set for your weaker side. It makes up for what the other one can do
        more, so it stays with this exercise. If it does not suit you today, skip it.
      </p>
      <${Button} big onClick=${onClose}>Back to the set<//>
    <//>`;
}

/**
 * "8 · 16 kg, Nov 12".
 * @param {import("../swaps.js").Result} result
 * @param {"kg"|"lb"} units
 * @param {string} today
 */
function lastWords({ day, set }, units, today) {
  const load = set.load_g || set.band
    ? loadWord({ ...set, load: set.band ? "band" : "any" }, units)
    : "";
  return `${[measure(set), load].filter(Boolean).join(" · ")}, ${dayFrom(day, today)}`;
}

/** Another exercise for this slot today, when a machine is taken or a knee says no. */
import { html } from "../../vendor/preact.js";
import { Sheet } from "../../ui/parts.js";
import { doseWords } from "../words.js";

/**
 * @param {{choices: import("../types.d.ts").Item[], names: Record<string, {name: string}>,
 *   units: "kg"|"lb", onPick: (item: import("../types.d.ts").Item) => void,
 *   onClose: () => void}} props
 */
export function Swap({ choices, names, units, onPick, onClose }) {
  return html`
    <${Sheet} title="Swap for today" onClose=${onClose} done="Back">
      <p class="muted">
        Same place in your plan. What you were meant to do stays as it is for next time.
      </p>
      <ul class="swap-list">
        ${choices.map((item) => {
          const { amount, load } = doseWords(item, units);
          return html`
            <li key=${item.exercise}>
              <button type="button" onClick=${() => onPick(item)}>
                <b>${names[item.exercise]?.name ?? item.exercise}</b>
                <span class="muted">${[amount, load].filter(Boolean).join(" · ")}</span>
              </button>
            </li>`;
        })}
      </ul>
    <//>`;
}

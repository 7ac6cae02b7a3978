/** The sheet that fits today's session to the time there is. */
import { html } from "../vendor/preact.js";
import { minutes, setMinutes } from "../data/store.js";
import { ChipGroup, Sheet } from "./parts.js";

const CHOICES = [15, 20, 30, 45, 60, 75];

/** @param {{onClose: () => void}} props */
export default function TimeSheet({ onClose }) {
  const pick = (/** @type {number} */ value) => {
    setMinutes(value);
    onClose();
  };
  return html`
    <${Sheet} title="How long do you have today?" onClose=${onClose}>
      <${ChipGroup} legend="Minutes, warm-up included" value=${minutes.value} onChange=${pick}
        options=${CHOICES.map((value) => ({ value, label: String(value) }))}
        hint="What matters most stays; the rest waits for the next session. Only for today." />
      <//>
  `;
}

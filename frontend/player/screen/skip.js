/** Leaving out a set or an exercise, and why: the reason steers what is offered next time. */
import { html, useState } from "../../vendor/preact.js";
import { Button, ChipGroup, Sheet } from "../../ui/parts.js";
import { SKIP } from "../words.js";

/** @typedef {import("../types.d.ts").SkipReason} SkipReason */

/**
 * @param {{name: string, set: string|null, begun: boolean, onClose: () => void,
 *   onSkip: (what: "set"|"exercise", reason?: SkipReason) => void}} props
 *   `set` names the present set where it alone can be left out
 */
export function Skip({ name, set, begun, onSkip, onClose }) {
  const [reason, setReason] = useState(/** @type {SkipReason|undefined} */ (undefined));
  return html`
    <${Sheet} title="Skip" onClose=${onClose} done="Back">
      <${ChipGroup} legend="Why" loose value=${reason} onChange=${setReason}
        options=${SKIP} hint="If you like; it helps to plan what comes next." />
      <div class="leave-choices">
        ${set && html`<${Button} big onClick=${() => onSkip("set", reason)}>Skip ${set}<//>`}
        <${Button} big onClick=${() => onSkip("exercise", reason)}>
          ${begun ? "End" : "Skip"} ${name}<//>
      </div>
      <p class="muted">
        Nothing is lost: the whole session, a tap on the bars at the top, brings it back.
      </p>
    <//>`;
}

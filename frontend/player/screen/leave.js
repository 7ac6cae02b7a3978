/**
 * Leaving: stop with what is done, throw it away, or go on. Throwing away can be undone, so nobody
 * is asked twice.
 */
import { html } from "../../vendor/preact.js";
import { count } from "../../ui/format.js";
import { Button, Sheet } from "../../ui/parts.js";
import { Trouble } from "./trouble.js";

/**
 * @param {{sets: number, onKeep: () => void, onDiscard: () => void, onLater: () => void, onClose:
 * () => void}} props
 */
export function Leave({ sets, onKeep, onDiscard, onLater, onClose }) {
  const verb = sets === 1 ? "is" : "are";
  const done = sets === 0 ? "No set is logged yet" : `${count(sets, "set")} ${verb} logged`;
  return html`
    <${Sheet} title="Stop here?" onClose=${onClose} done="Go on">
      <p class="muted">${done}. Whole reps of a set under way count.</p>
      <div class="leave-choices">
        <${Button} primary big onClick=${onKeep}>End and keep it<//>
        <${Button} onClick=${onLater}>Continue later<//>
        <${Button} danger onClick=${onDiscard}>Throw it away<//>
      </div>
    <//>`;
}

/**
 * After throwing away, until the page is left.
 * @param {{coach: import("../coach.js").Coach, onUndo: () => void, onDone: () => void}} props
 */
export function Thrown({ coach, onUndo, onDone }) {
  return html`
    <div class="page quiet-end">
      <h1 tabindex="-1">Session thrown away</h1>
      <p class="muted">
        It no longer counts, and the plan offers the same session again. You can still take it back.
      </p>
      <${Trouble} coach=${coach} />
      <div class="actions">
        <${Button} primary onClick=${onUndo}>Undo<//>
        <${Button} onClick=${onDone}>To Today<//>
      </div>
    </div>`;
}

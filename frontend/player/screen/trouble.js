/** What went wrong on the disk, in a sentence, wherever the session stands. */
import { html } from "../../vendor/preact.js";

/** @param {{coach: import("../coach.js").Coach}} props */
export function Trouble({ coach }) {
  const trouble = coach.trouble.value;
  return trouble && html`
    <p class="trouble" role="alert">${trouble.detail ?? String(trouble)}</p>`;
}

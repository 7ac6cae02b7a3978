/** The page for an address that names nothing here. */
import { html } from "../vendor/preact.js";

export default function Missing() {
  return html`
    <div class="page">
      <header>
        <h1 tabindex="-1">No page here</h1>
        <p class="muted">
          The address may be mistyped, or it belongs to something that was deleted.
        </p>
      </header>
      <div class="actions"><a class="button primary" href="/">Go to Today</a></div>
    </div>
  `;
}

/** After saving: what changes next time and why, item by item. */
import { html } from "../../vendor/preact.js";

/** @type {Record<string, string>} */
const SIGN = { up: "▲", down: "▼", same: "■" };

/**
 * @param {{state: import("../types.d.ts").Active, changes: import("../summary.js").Change[]|null}}
 * props
 */
export function Over({ state, changes }) {
  const minutes = Math.max(1, Math.round(((state.ended_at ?? 0) - state.started_at) / 60000));
  const sets = new Set(state.logged.map(({ item, set }) => `${item}.${set}`)).size;
  return html`
    <section class="over-view">
      <h1 tabindex="-1">Saved</h1>
      <p class="muted">${[
        `${sets} ${sets === 1 ? "set" : "sets"}`, `${minutes} min`,
        state.rpe === undefined ? "" : `effort ${state.rpe}`,
        state.ended_early ? "ended early" : "",
      ].filter(Boolean).join(" · ")}</p>
      ${changes && changes.length > 0 && html`
        <h2>Next time</h2>
        <ul class="changes">
          ${changes.map((change) => html`
            <li key=${change.slot} data-moved=${change.moved}>
              <div class="change-head">
                <b>${change.name}</b>
                <span class="number"><i aria-hidden="true">${SIGN[change.moved]}</i>
                  <span class="unseen">${change.moved}: </span>${change.to}</span>
              </div>
              <p class="muted">${change.text}</p>
            </li>`)}
        </ul>`}
      ${changes === null && html`
        <p>What this changes next time appears on Today once its rules are on this phone.</p>`}
    </section>`;
}

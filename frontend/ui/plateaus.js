/** Where the loads, reps or seconds have not moved for weeks, and what is tried about it. */
import { html } from "../vendor/preact.js";
import { plain } from "./format.js";

/** @typedef {{rule: string, values?: Record<string, unknown>, entries?: string[]}} Reason */
/** @typedef {{slot: string, place: string, name: string, reasons: Reason[]}} Still */

/**
 * Slots whose position says so, in the order of the pack. Pure.
 * @param {{positions: Record<string, Record<string, any>>,
 *   slots: Record<string, {name: string}>}} at
 * @returns {Still[]}
 */
export function standingStill({ positions, slots }) {
  return Object.entries(positions).flatMap(([slot, places]) =>
    Object.entries(places).flatMap(([place, position]) => {
      const reasons = (position.why ?? []).filter(isPlateau);
      if (reasons.length === 0 && !position.plateaus) return [];
      return [{ slot, place, name: slots[slot]?.name ?? plain(slot), reasons }];
    })
  );
}

/**
 * @param {{still: Still[], places: number, tell: (reason: Reason) => {text: string},
 *   onWhy: (still: Still) => void}} props
 */
export function Plateaus({ still, places, tell, onWhy }) {
  return html`
    <section class="section">
      <h2 class="over"><span>Where it stands still</span></h2>
      ${still.length === 0
        ? html`
          <p class="muted">
            Nothing at the moment. It is named when three weeks of regular sessions, four or more
            here, bring no gain.
          </p>
        `
        : html`
          <ul class="rows">
            ${still.map((it) =>
              html`
                <li key=${it.slot + it.place}>
                  <button type="button" class="row" onClick=${() => onWhy(it)}>
                    <span>
                      <span class="name">${it.name}${places > 1 ? `, ${it.place}` : ""}</span>
                      <span class="facts">${it.reasons.length
                        ? it.reasons.map((reason) => tell(reason).text).join(" ")
                        : "No gain for some weeks."}</span>
                    </span>
                    <span class="go">Why</span>
                  </button>
                </li>
              `
            )}
          </ul>
        `}
    </section>
  `;
}

/** @param {Reason} reason */
function isPlateau({ rule }) {
  return rule.startsWith("plateau");
}

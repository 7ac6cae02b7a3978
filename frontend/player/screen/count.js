/** A big number with less and more beside it. */
import { html } from "../../vendor/preact.js";

/**
 * @param {{label: string, value: string|number, wide?: boolean, onStep: (way: 1|-1) => void}} props
 */
export function Count({ label, value, wide, onStep }) {
  return html`
    <div class="stepped" data-wide=${wide ? "" : undefined} role="group" aria-label=${label}>
      <span class="over">${label}</span>
      <button type="button" aria-label=${`Less: ${label}`} onClick=${() => onStep(-1)}>−</button>
      <output class="number">${value}</output>
      <button type="button" aria-label=${`More: ${label}`} onClick=${() => onStep(1)}>+</button>
    </div>`;
}

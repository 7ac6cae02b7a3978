/** The sheet that says this week in words, and what its marks mean. */
import { html } from "../vendor/preact.js";
import { capital, weekdayName } from "./format.js";
import { Sheet } from "./parts.js";

const RUNS = { easy: "Easy run", quality: "Quality run", long: "Long run" };

/**
 * @typedef {{day: string, weekday: number, run: string | false, strength?: string, name?: string}}
 *   WeekDay
 * @param {{days: WeekDay[], today: string, onClose: () => void}} props
 */
export default function WeekSheet({ days, today, onClose }) {
  return html`
    <${Sheet} title="This week" onClose=${onClose}>
      <ul class="rows">
        ${days.map((it) =>
          html`
            <li key=${it.day} class="row">
              <span>
                <span class="name">${weekdayName(it.weekday, "long")}${it.day === today
                  ? ", today"
                  : ""}</span>
                <span class="facts">${told(it)}</span>
              </span>
              <span class="marks">
                ${it.run && html`<i class="run" data-run=${it.run}></i>`}
                ${it.strength && html`<i class="strength" data-strength=${it.strength}></i>`}
                ${!it.run && !it.strength && html`<i class="free"></i>`}
              </span>
            </li>
          `
        )}
      </ul>
      <p
        class="muted small">
          Bars are runs: the taller, the longer or harder. Squares are strength: hollow is planned,
          filled is done. A missed session moves on with you; it is never skipped and never doubled.
        </p>
      <a class="text-button" href="/profile?step=3">Change your running week</a>
      <//>
  `;
}

/** @param {WeekDay} it */
function told({ run, strength, name }) {
  const lift = strength === "done" ? "strength done" : strength && (name ?? "strength");
  const parts = [run && RUNS[/** @type {keyof typeof RUNS} */ (run)], lift].filter(Boolean);
  return parts.length ? capital(parts.join(" · ")) : "Free";
}

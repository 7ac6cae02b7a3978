/** The log card: set to what was prescribed and done, so that most sets are one tap. */
import { html } from "../../vendor/preact.js";
import { duration, inUnits, number } from "../../ui/format.js";
import { nextLoad } from "../loads.js";
import { setCount } from "../order.js";
import { BLOCK } from "../pace.js";
import { chosen, reserveChoices } from "../reserve.js";
import { itemOf, sidesOf } from "../steps.js";
import { AMOUNT, asksReserve, PAIN, SIDE } from "../words.js";
import { Count } from "./count.js";
import { Form, Note } from "./log_more.js";
import { Hurt } from "./hurt.js";
import { Scale } from "./scale.js";
import { Notice } from "./upcoming.js";

/** @typedef {import("../types.d.ts").Side} Side */
/** @typedef {import("../types.d.ts").Draft} Draft */
/** @typedef {import("../types.d.ts").Edit} Edit */
/** @typedef {Edit | ((draft: Draft) => Edit)} Change */

/**
 * @param {{coach: import("../coach.js").Coach, units: "kg"|"lb", loads: number[],
 *   onEdit: (side: Side, fields: Change) => void}} props
 */
export function LogCard({ coach, units, loads, onEdit }) {
  const state = coach.state.value;
  const item = itemOf(state);
  const sides = sidesOf(item, state.at.set).filter((side) => state.draft[side]);
  const { measure } = state.manners[state.at.item];
  const step = measure === "contacts" ? 1 : BLOCK[measure];
  const draft = (/** @type {Side} */ side) => /** @type {Draft} */ (state.draft[side]);
  const edit = (/** @type {Change} */ fields) => sides.forEach((side) => onEdit(side, fields));
  const load = (/** @type {1|-1} */ way) =>
    edit(({ load_g }) => ({ load_g: nextLoad(loads, load_g, way) }));
  const band = (/** @type {1|-1} */ way) =>
    edit(({ band = 1 }) => ({ band: Math.max(1, band + way) }));
  const pick = (/** @type {"rir"|"pain"} */ what) =>
    (/** @type {Side} */ side, /** @type {number} */ value) => onEdit(side, { [what]: value });
  const { number: set, of } = setCount(state);
  // The form of the last set decides what comes next time; of the others it is told when wanted.
  const asksForm = set === of && item.block === "main";
  const first = draft(sides[0]);
  const reserve = reserveChoices(item, state.levels_above);
  const form = html`<${Form} value=${first.quality} onEdit=${edit} />`;
  return html`
    <section class="card" aria-label="Log this set">
      <${Notice} state=${state} />
      <${Ended} coach=${coach} set=${set} of=${of} />
      <div class="half">
        <div class="amounts">
          ${sides.map((side) => html`
            <${Count} key=${side} wide=${sides.length === 1}
              label=${[SIDE[side], AMOUNT[measure]].filter(Boolean).join(" ")}
              value=${draft(side).amount} onStep=${(/** @type {1|-1} */ way) =>
                onEdit(side, ({ amount }) => ({ amount: Math.max(0, amount + way * step) }))} />`)}
          ${loads.length > 0 && html`
            <${Count} wide label=${`Load, ${units}`} onStep=${load}
              value=${shownLoad(item.load, first.load_g, units)} />`}
          ${first.band !== undefined && html`
            <${Count} wide label="Band" value=${first.band} onStep=${band} />`}
        </div>
        ${asksReserve(item) && html`
          <${Scale} legend="Reps in reserve" options=${reserve} sides=${sides}
            value=${(/** @type {Side} */ side) => chosen(reserve, draft(side).rir)?.value}
            onPick=${pick("rir")} />`}
      </div>
      <div class="half">
        <${Scale} legend="Pain" options=${PAIN} sides=${sides}
          value=${(/** @type {Side} */ side) => draft(side).pain}
          onPick=${pick("pain")} />
        <${Hurt} sides=${sides.filter((side) => draft(side).pain)} regions=${item.regions ?? []}
          draft=${draft} onEdit=${onEdit} />
        ${asksForm && form}
        <${Note} value=${first.note} onEdit=${edit}>${!asksForm && form}<//>
      </div>
    </section>`;
}

/**
 * That the set is over, to be read from the floor, and the rest that runs already.
 * @param {{coach: import("../coach.js").Coach, set: number, of: number}} props
 */
function Ended({ coach, set, of }) {
  const rest_s = coach.rest_s.value;
  const word = set < of ? `Set\u00a0${set} done` : of === 1 ? "Set done" : `All ${of} sets done`;
  return html`
    <div class="ended">
      <p><i aria-hidden="true">✓</i><b>${word}</b></p>
      ${coach.state.value.rest && rest_s > 0 && html`
        <p class="muted" aria-hidden="true">Rest is running: <span class="number">${
          duration(rest_s)
        }</span></p>`}
    </div>`;
}

/**
 * Two dumbbells are shown as two, as they are picked up.
 * @param {string} load
 * @param {number} load_g
 * @param {"kg"|"lb"} units
 */
function shownLoad(load, load_g, units) {
  const pair = load === "dumbbells";
  return (pair ? "2\u00a0×\u00a0" : "") + number(inUnits(pair ? load_g / 2 : load_g, units));
}

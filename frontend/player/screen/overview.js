/** The whole session on one sheet: what is done, what comes, and every way to change it. */
import { html, useState } from "../../vendor/preact.js";
import { Button, ChipGroup, Sheet } from "../../ui/parts.js";
import { begun, blocks, progress } from "../order.js";
import { minutesLeft } from "../steps.js";
import { OverviewItem } from "./overview_item.js";

/** @typedef {import("../types.d.ts").Active} Active */

const MINUTES = [5, 10, 15, 20, 30, 45];
const READY = [3, 5, 10].map((value) => ({ value, label: `${value} s` }));
const PLACES = [{ value: "home", label: "Home" }, { value: "gym", label: "Gym" }];

/**
 * @param {{state: Active, nameOf: (exercise: string) => string, units: "kg"|"lb",
 *   places: boolean, trouble: string, onAct: (action: import("../types.d.ts").Action) => void,
 *   onMore: (item: number) => void, onSwap: (item: number) => void, onSkip: (item: number) => void,
 *   onRefit: (wanted: {place?: "home"|"gym", minutes?: number}) => void,
 *   onReady: (s: number) => void, onClose: () => void}} props
 *   `places`: whether there is more than one to train at
 */
export function Overview(props) {
  const { state, nameOf, units, places, trouble, onAct, onRefit, onReady, onClose } = props;
  const [open, setOpen] = useState(/** @type {number|null} */ (null));
  const [chosen, setChosen] = useState(/** @type {number|null} */ (null));
  const all = blocks(state);
  const done = new Map(progress(state).map(({ item, sets }) => [item, sets]));
  const fixed = all.map((block) => block.some((item) => begun(state, item)));
  const left = minutesLeft(state);
  const going = !["finish", "over"].includes(state.phase);
  /** @param {number} from @param {1|-1} way */
  const move = (from, way) => {
    const to = from + way;
    if (!going || fixed[from] || to < 0 || to >= all.length || fixed[to]) return null;
    return () => onAct({ type: "reorder", from, to });
  };
  return html`
    <${Sheet} title="The whole session" onClose=${onClose} done="Back">
      <ol class="overview">
        ${all.map((block, i) => html`
          <li key=${block[0]} data-rounds=${block.length > 1 ? "" : undefined}>
            ${block.length > 1 && html`<p class="over">In rounds</p>`}
            <ul>
              ${block.map((item, n) => html`
                <${OverviewItem} key=${item} ...${props} item=${item} sets=${done.get(item) ?? []}
                  name=${nameOf(state.workout.items[item].exercise)} units=${units}
                  open=${open === item}
                  onOpen=${() => setOpen(open === item ? null : item)}
                  up=${n === 0 ? move(i, -1) : null}
                  down=${n === 0 ? move(i, 1) : null} />`)}
            </ul>
          </li>`)}
      </ol>
      ${trouble && html`<p class="error" role="alert">${trouble}</p>`}
      ${going && html`
        <${ChipGroup} legend="Only so many minutes left?" value=${chosen}
          onChange=${(/** @type {number} */ minutes) => {
            setChosen(minutes);
            onRefit({ minutes });
          }}
          hint=${`${left} min to go. What matters most stays; what has begun stays as it is.`}
          options=${MINUTES.map((value) => ({ value, label: String(value) }))} />`}
      ${going && places && html`
        <${ChipGroup} legend="Where you are" value=${state.place} options=${PLACES}
          onChange=${(/** @type {"home"|"gym"} */ place) => onRefit({ place })}
          hint="The rest of the session with what is there." />`}
      ${going && html`
        <${ChipGroup} legend="Get ready before a set" value=${state.ready_s} options=${READY}
          onChange=${onReady} />`}
      <${Button} onClick=${onClose}>Back to the set<//>
    <//>`;
}

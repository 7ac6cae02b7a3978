/** The rest: a clock to be read from the floor, and what has just been logged. */
import { html } from "../../vendor/preact.js";
import { duration } from "../../ui/format.js";
import { SIDE } from "../words.js";

const RADIUS = 146;
const ROUND = 2 * Math.PI * RADIUS;

/** @param {{coach: import("../coach.js").Coach}} props */
export function Rest({ coach }) {
  const state = coach.state.value;
  const left_s = coach.rest_s.value;
  const { from, until } = state.rest ?? { from: 0, until: 1 };
  const share = Math.min(1, left_s / ((until - from) / 1000));
  return html`
    <div class="rest-ring ring">
      <svg viewBox="0 0 320 320" aria-hidden="true">
        <circle class="track" cx="160" cy="160" r=${RADIUS} />
        <circle class="remaining" cx="160" cy="160" r=${RADIUS} transform="rotate(-90 160 160)"
          stroke-dasharray=${`${share * ROUND} ${ROUND}`} />
      </svg>
      <div class="stand clock" role="timer" aria-label="Rest left">
        <span class="over">Rest</span>
        <span class="number">${duration(left_s)}</span>
        <span class="just-logged">${justLogged(state)}</span>
      </div>
    </div>`;
}

/** "Logged: left 8, right 6". @param {import("../types.d.ts").Active} state */
function justLogged({ logged }) {
  const last = logged[logged.length - 1];
  if (!last) return "";
  const sides = logged.filter(({ item, set }) => item === last.item && set === last.set);
  const words = sides
    .map(({ side, draft }) => `${SIDE[side].toLowerCase()} ${draft.amount}`.trim());
  return `Logged: ${words.join(", ")}`;
}

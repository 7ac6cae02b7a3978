/**
 * The whole screen of a running session: one frame for all its phases, so that nothing jumps
 * between them.
 */
import { html, useComputed, useEffect, useState } from "../../vendor/preact.js";
import * as store from "../../data/store.js";
import { itemOf, standsAt } from "../steps.js";
import { changes } from "../summary.js";
import { Actions } from "./actions.js";
import { controls } from "./controls.js";
import { EyesFree } from "./eyes_free.js";
import { Finish } from "./finish.js";
import { useFocusKept } from "./focus.js";
import { Heading } from "./heading.js";
import { exerciseOf, loadsOf, nameOf } from "./known.js";
import { Thrown } from "./leave.js";
import { LogCard } from "./log_card.js";
import { Over } from "./over.js";
import { Pace } from "./pace.js";
import { Phase } from "./phase.js";
import { Rest } from "./rest.js";
import { Ring } from "./ring.js";
import { Sheets } from "./sheets.js";
import { usePhasesSpoken } from "./spoken.js";
import { Top } from "./top.js";
import { Trouble } from "./trouble.js";
import { Upcoming } from "./upcoming.js";

/** @typedef {import("../coach.js").Coach} Coach */

/** @param {{coach: Coach, home: () => void}} props */
export function Screen({ coach, home }) {
  const state = coach.state.value;
  const [sheet, setSheet] = useState(/** @type {import("./sheets.js").Opened|null} */ (null));
  const [next, setNext] = useState(/** @type {import("../summary.js").Change[]|null} */ (null));
  const turning = useComputed(() => coach.live.value.type === "ready");
  const units = store.profile.value?.units ?? "kg";
  const { phase } = state;
  const eyes_free = Boolean(store.prefs.value.eyes_free);
  const exercise = exerciseOf(itemOf(state)?.exercise);
  useSpace();
  useFocusKept(phase);
  usePhasesSpoken(coach, exercise.name);

  const save = async () => {
    setNext(await lookAhead(state, units));
    await coach.tap({ type: "finish" });
  };
  if (phase === "discarded") {
    const gone = () => store.saveActive(null).then(home, home);
    return html`
      <${Thrown} coach=${coach} onUndo=${() => coach.tap({ type: "undo_discard" })}
        onDone=${gone} />`;
  }
  const look = (/** @type {boolean} */ wanted) => {
    store.savePrefs({ eyes_free: wanted });
    coach.unmute();
  };
  const { main, rare } = controls(coach, {
    save,
    home,
    open: (name) => setSheet({ name }),
    newRecord: store.newRecord,
    turning: turning.value,
    eyes_free,
    toggle: () => look(!eyes_free),
  });
  if (eyes_free && phase !== "over") {
    return html`
      <${EyesFree} coach=${coach} exercise=${exercise} main=${main} onExit=${() => look(false)} />`;
  }

  const cues = () => setSheet({ name: "cues" });
  /** @type {Parameters<typeof LogCard>[0]["onEdit"]} */
  const edit = (side, fields) => void coach.tap({ type: "edit", side, fields });
  const rate = (/** @type {object} */ fields) => coach.tap({ type: "rate", ...fields });
  return html`
    <div class="player" data-phase=${phase}
      data-paused=${state.paused_at === null ? undefined : ""}>
      ${phase !== "over" && html`
        <${Top} state=${state} onOverview=${() => setSheet({ name: "overview" })}
          onLeave=${() => state.opened ? setSheet({ name: "leave" }) : home()} />`}
      ${phase !== "over" && phase !== "finish" && html`
        <${Heading} coach=${coach} name=${exercise.name} units=${units} onCues=${cues} />`}
      ${phase === "finish" && html`
        <div class="heading">
          <h1 tabindex="-1">${state.ended_early ? "Ended early" : "Last set done"}</h1>
        </div>`}
      ${(phase === "ready" || phase === "work") && html`
        <div class="arena">
          <${Ring} key=${`${exercise.slug} ${itemOf(state).exercise}`} coach=${coach}
            figure=${exercise.figure} side=${state.at.side} name=${exercise.name} />
          <${Pace} coach=${coach} />
        </div>`}
      ${phase === "rest" && html`<${Rest} coach=${coach} />`}
      ${phase === "work" && html`
        <div class="panel-area">
          <${Phase} coach=${coach} exercise=${exercise} onCues=${cues} />
        </div>`}
      ${(phase === "ready" || phase === "rest") && html`
        <div class="panel-area">
          <${Upcoming} state=${state} exercise=${exercise} units=${units} nameOf=${nameOf}
            onCues=${cues} />
        </div>`}
      ${phase === "log" && html`
        <${LogCard} key=${`${state.at.item}.${state.at.set}`} coach=${coach} units=${units}
          loads=${loadsOf(state, units)} onEdit=${edit} />`}
      ${phase === "finish" && html`<${Finish} state=${state} onRate=${rate} />`}
      ${phase === "over" && html`<${Over} state=${state} changes=${next} />`}
      <${Trouble} coach=${coach} />
      <${Actions} phase=${standsAt(state)} main=${main} rare=${rare} />
      ${sheet && html`
        <${Sheets} key=${`${sheet.name} ${sheet.of}`} coach=${coach} sheet=${sheet}
          open=${setSheet} home=${home} />`}
    </div>`;
}

/** The space bar is the big button, wherever nothing else wants it. */
function useSpace() {
  useEffect(() => {
    const press = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== " " || event.repeat || document.querySelector("dialog[open]")) return;
      const on = /** @type {Element|null} */ (event.target);
      if (on?.closest("button, a, input, textarea, select, label, summary")) return;
      event.preventDefault();
      /** @type {HTMLElement|null} */ (document.querySelector("[data-main]"))?.click();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

/**
 * What changes next time, by the positions from before this session; null when the rules are not
 * on this phone.
 * @param {import("../types.d.ts").Active} state
 * @param {"kg"|"lb"} units
 */
async function lookAhead(state, units) {
  const pack = store.pack.peek();
  const positions = store.today.peek()?.positions ?? pack?.positions;
  try {
    const [{ outcomes }, { advance }, { explain }] = await Promise.all([
      import("../../training/outcome.js"),
      import("../../training/advance.js"),
      import("../../training/explain.js"),
    ]);
    const checkin = store.checkin.peek();
    const day = store.day.peek();
    return changes({ state, day, checkin, positions, pack, units, outcomes, advance, explain });
  } catch (error) {
    console.error(error);
    return null;
  }
}

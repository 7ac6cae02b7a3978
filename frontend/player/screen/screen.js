/**
 * The whole screen of a running session: one frame for all its phases, so that nothing jumps
 * between them.
 */
import { html, useEffect, useMemo, useState } from "../../vendor/preact.js";
import * as store from "../../data/store.js";
import { loadChoices } from "../loads.js";
import { mannerOf } from "../session.js";
import { itemOf, timelineOf } from "../steps.js";
import { changes } from "../summary.js";
import { swapChoices } from "../swaps.js";
import { Actions } from "./actions.js";
import { controls } from "./controls.js";
import { CueCard } from "./cue_card.js";
import { Finish } from "./finish.js";
import { Heading } from "./heading.js";
import { Leave, Thrown } from "./leave.js";
import { LogCard } from "./log_card.js";
import { Over } from "./over.js";
import { Phase } from "./phase.js";
import { Rest } from "./rest.js";
import { Ring } from "./ring.js";
import { Swap } from "./swap.js";
import { Top } from "./top.js";
import { Upcoming } from "./upcoming.js";

/** @typedef {import("../coach.js").Coach} Coach */

/** @param {{coach: Coach, home: () => void}} props */
export function Screen({ coach, home }) {
  const state = coach.state.value;
  const [sheet, setSheet] = useState(/** @type {"cues"|"leave"|"swap"|null} */ (null));
  const [next, setNext] = useState(/** @type {import("../summary.js").Change[]|null} */ (null));
  const units = store.profile.value?.units ?? "kg";
  const { phase } = state;
  const item = itemOf(state);
  const exercise = exerciseOf(item?.exercise);
  const choices = useMemo(() => item ? swaps(state) : [], [state.at.item, state.workout]);
  useSpace();

  const save = async () => {
    setNext(await lookAhead(state, units));
    await coach.tap({ type: "finish" });
  };
  const leave = () => {
    if (!state.opened) return home();
    setSheet("leave");
  };
  if (phase === "discarded") {
    const gone = () => store.saveActive(null).then(home, home);
    return html`<${Thrown} onUndo=${() => coach.tap({ type: "undo_discard" })} onDone=${gone} />`;
  }

  const close = () => setSheet(null);
  const act = (/** @type {import("../types.d.ts").Action} */ action) => {
    coach.tap(action);
    close();
  };
  const edit = (/** @type {import("../types.d.ts").Side} */ side, /** @type {object} */ fields) =>
    coach.tap({ type: "edit", side, fields });
  const rate = (/** @type {object} */ fields) => coach.tap({ type: "rate", ...fields });
  const swap = (/** @type {import("../types.d.ts").Item} */ item) => {
    const known = store.pack.peek().exercises[item.exercise] ?? { measure: "reps" };
    act({ type: "swap", item, manner: mannerOf(known) });
  };
  const { main, rare } = controls(coach, {
    save, home, swap: choices.length > 0 ? () => setSheet("swap") : null,
    type: coach.live.value.type,
  });
  const cues = () => setSheet("cues");
  return html`
    <div class="player" data-phase=${phase}
      data-paused=${state.paused_at === null ? undefined : ""}>
      ${phase !== "over" && html`<${Top} state=${state} onLeave=${leave} />`}
      ${phase !== "over" && phase !== "finish" && html`
        <${Heading} state=${state} name=${exercise.name} units=${units} onCues=${cues} />`}
      ${phase === "finish" && html`
        <div class="heading">
          <h1 tabindex="-1">${state.ended_early ? "Ended early" : "Last set done"}</h1>
        </div>`}
      ${(phase === "ready" || phase === "work") && html`
        <div class="arena">
          <${Ring} key=${`${item.exercise} ${timelineOf(state).rep_s}`} coach=${coach}
            figure=${exercise.figure} side=${state.at.side} name=${exercise.name} />
        </div>`}
      ${phase === "rest" && html`<${Rest} coach=${coach} />`}
      ${phase === "work" && html`
        <div class="panel-area">
          <${Phase} coach=${coach} exercise=${exercise} onCues=${cues} />
        </div>`}
      ${(phase === "ready" || phase === "rest") && html`
        <div class="panel-area">
          <${Upcoming} state=${state} exercise=${exercise} units=${units} onCues=${cues} />
        </div>`}
      ${phase === "log" && html`
        <${LogCard} state=${state} units=${units} loads=${loads(state, units)}
          rest_s=${coach.rest_s.value} onEdit=${edit} />`}
      ${phase === "finish" && html`
        <${Finish} state=${state} onRate=${rate} />`}
      ${phase === "over" && html`<${Over} state=${state} changes=${next} />`}
      ${coach.trouble.value && html`
        <p class="trouble" role="alert">
          ${coach.trouble.value.detail ?? String(coach.trouble.value)}
        </p>`}
      <${Actions} phase=${`${phase} ${state.at.item} ${state.at.set}`} main=${main} rare=${rare} />
      ${sheet === "cues" && html`<${CueCard} exercise=${exercise} onClose=${close} />`}
      ${sheet === "swap" && html`
        <${Swap} choices=${choices} names=${store.pack.value.exercises} units=${units}
          onClose=${close} onPick=${swap} />`}
      ${sheet === "leave" && html`
        <${Leave} sets=${setsDone(state)} onClose=${close}
          onKeep=${() => act({ type: "end_early" })}
          onDiscard=${() => act({ type: "discard" })}
          onLater=${() => coach.tap({ type: "pause" }).then(home)} />`}
    </div>`;
}

/** The space bar is the big button, wherever nothing else wants it. */
function useSpace() {
  useEffect(() => {
    const press = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== " " || event.repeat || document.querySelector("dialog[open]")) return;
      const on = /** @type {Element|null} */ (event.target);
      if (on?.closest("button, a, input, textarea, select, label")) return;
      event.preventDefault();
      /** @type {HTMLElement|null} */ (document.querySelector("[data-main]"))?.click();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

/**
 * Everything the catalog knows of an exercise; of the pack alone, its name.
 * @param {string|undefined} slug
 */
function exerciseOf(slug) {
  const brief = slug ? store.pack.value?.exercises?.[slug] : null;
  const full = store.catalog.value.find((/** @type {{slug: string}} */ it) => it.slug === slug);
  return { name: slug?.replaceAll("-", " ") ?? "", ...brief, ...full };
}

/** @param {import("../types.d.ts").Active} state */
function setsDone({ logged }) {
  return new Set(logged.map(({ item, set }) => `${item}.${set}`)).size;
}

/** @param {import("../types.d.ts").Active} state @param {"kg"|"lb"} units */
function loads(state, units) {
  const item = itemOf(state);
  const place = store.profile.value?.equipment?.[state.place] ?? {};
  return loadChoices(item, place, ladder(state)?.rungs ?? [], units);
}

/** @param {import("../types.d.ts").Active} state */
function swaps(state) {
  return swapChoices(itemOf(state), ladder(state)?.rungs ?? [], { ...store.pack.value?.exercises });
}

/** @param {import("../types.d.ts").Active} state */
function ladder(state) {
  return store.pack.value?.ladders?.[itemOf(state).slot]?.[state.place];
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

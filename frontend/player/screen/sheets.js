/** What opens over the player: how to do it, the whole session, skip, swap, leave. */
import { html, useState } from "../../vendor/preact.js";
import * as store from "../../data/store.js";
import { addDays } from "../../data/day.js";
import { announce, toast } from "../../ui/parts.js";
import { begun } from "../order.js";
import { mannerOf, recordsFor } from "../session.js";
import { setCount } from "../steps.js";
import { canSwap } from "../swap.js";
import { CueCard } from "./cue_card.js";
import { Leave } from "./leave.js";
import { Overview } from "./overview.js";
import { exerciseOf, nameOf, swapsGiven } from "./known.js";
import { Skip } from "./skip.js";
import { Stays, Swap } from "./swap.js";

/** @typedef {import("../types.d.ts").Active} Active */
/** @typedef {import("../types.d.ts").Action} Action */
/**
 * `of` is the item a sheet is about where it is not the present one; it then leads back to the
 * overview.
 * @typedef {{name: "cues"|"leave"|"swap"|"skip"|"overview", of?: number}} Opened
 */

/** Results older than this tell little of what can be done today. */
const RESULTS_DAYS = 400;

/**
 * @param {{coach: import("../coach.js").Coach, sheet: Opened, open: (sheet: Opened|null) => void,
 *   home: () => void}} props
 */
export function Sheets({ coach, sheet, open, home }) {
  const state = coach.state.value;
  const units = store.profile.value?.units ?? "kg";
  const number = sheet.of ?? state.at.item;
  const item = state.workout.items[number];
  const [trouble, setTrouble] = useState("");
  const close = () => open(sheet.of === undefined ? null : { name: "overview" });
  const act = (/** @type {Action} */ action) => {
    close();
    return coach.tap(action);
  };
  if (sheet.name === "cues") {
    return html`<${CueCard} exercise=${exerciseOf(item.exercise)} onClose=${close} />`;
  }
  if (sheet.name === "leave") {
    return html`
      <${Leave} sets=${setsDone(state)} onClose=${close}
        onKeep=${() => act({ type: "end_early" })}
        onDiscard=${() => act({ type: "discard" })}
        onLater=${() => coach.tap({ type: "pause" }).then(home)} />`;
  }
  if (sheet.name === "skip") {
    const alone = number === state.at.item && state.phase !== "rest";
    const { number: set, of } = setCount(state);
    return html`
      <${Skip} name=${nameOf(item.exercise)} begun=${begun(state, number)} onClose=${close}
        set=${alone && of > 1 ? `set ${set} of ${of}` : null}
        onSkip=${(/** @type {"set"|"exercise"} */ what, /** @type {any} */ reason) =>
          act({ type: "skip", what, reason, item: number })} />`;
  }
  if (sheet.name === "swap" && !canSwap(state, number)) {
    return html`<${Stays} name=${nameOf(item.exercise)} onClose=${close} />`;
  }
  if (sheet.name === "swap") {
    const pick = (/** @type {import("../types.d.ts").Item} */ choice, /** @type {any} */ why) =>
      act({
        type: "swap",
        item: choice,
        of: number,
        manner: mannerOf(exerciseOf(choice.exercise)),
        why,
        records: recordsFor([{ sets: setCount(state).of + item.sets }], store.newRecord),
      });
    return html`
      <${Swap} item=${item} given=${swapsGiven(state, number)} nameOf=${nameOf} units=${units}
        day=${store.day.value} onPick=${pick} onClose=${close}
        results=${() => store.records("set", { from: addDays(store.day.peek(), -RESULTS_DAYS) })}
        onLeaveOut=${() => act({ type: "skip", what: "exercise", reason: "pain", item: number })} />`;
  }
  const refit = async (/** @type {{place?: "home"|"gym", minutes?: number}} */ wanted) => {
    const before = state.sequence.length;
    const { replan } = await import("../replan.js");
    const found = replan(coach.state.peek(), {
      pack: store.pack.peek(),
      today: store.today.peek(),
      newRecord: store.newRecord,
      ...wanted,
    });
    if (!found) return setTrouble("The rules for that are not on this phone yet.");
    if (found.items.length === 0 && wanted.place) {
      return setTrouble("Nothing of what is left can be done there.");
    }
    await coach.tap(found);
    const fewer = before - coach.state.peek().sequence.length;
    const told = fewer > 0 ? ` ${fewer} left out.` : "";
    toast(wanted.place ? `Moved to ${wanted.place}.${told}` : `Fitted to the time.${told}`);
  };
  return html`
    <${Overview} state=${state} nameOf=${nameOf} units=${units}
      places=${Boolean(store.profile.value?.equipment?.gym)} trouble=${trouble}
      onAct=${(/** @type {Action} */ action) => coach.tap(action)} onRefit=${refit}
      onMore=${(/** @type {number} */ of) => {
        const records = recordsFor([{ sets: 1 }], store.newRecord);
        coach.tap({ type: "extra_set", item: of, records });
        announce("One more set.");
      }}
      onSwap=${(/** @type {number} */ of) => open({ name: "swap", of })}
      onSkip=${(/** @type {number} */ of) => open({ name: "skip", of })}
      onReady=${(/** @type {3|5|10} */ s) => {
        store.savePrefs({ get_ready_s: s });
        coach.tap({ type: "get_ready", s });
      }}
      onClose=${() => open(null)} />`;
}

/** @param {Active} state */
function setsDone({ logged }) {
  return new Set(logged.map(({ item, set }) => `${item}.${set}`)).size;
}

/** What fills the day below its head: its week, what is off, the session by block, what is done. */
import { html } from "../vendor/preact.js";
import { addDays, weekday } from "../data/day.js";
import { catalog, pack, prefs, profile, savePrefs } from "../data/store.js";
import {
  change,
  changeWords,
  count,
  loadWord,
  plain,
  setsLine,
  sidesLine,
  weekdayName,
} from "./format.js";
import { Thumb } from "./parts.js";

/**
 * @typedef {import("./format.js").Item & {slot: string, block: string, group?: string,
 *   reasons: {rule: string}[]}} Item
 * @typedef {{slot: string, text: string, reasons: {rule: string, values?: Record<string, any>}[]}}
 *   Left a slot that today goes without, and why
 */

const BLOCKS = [["prep", "Prepare"], ["plyo", "Jumps"], ["main", "Main"], ["trunk", "Trunk"]];

/** Self-tests put off are not offered again before so many days. */
const LATER_DAYS = 7;

/**
 * Monday to Sunday: runs as bars, strength as squares, a check where it is done.
 * @param {{now: any, open: Function}} props
 */
export function WeekStrip({ now, open }) {
  const days = week(now);
  const show = () => open("week", { days, today: now.day });
  return html`
    <button type="button" class="week" onClick=${show}
      aria-label=${`This week: ${days.map((it) => said(it)).join("; ")}`}>
      ${days.map((it) =>
        html`
          <span key=${it.day} class="weekday" data-today=${it.day === now.day ? "" : undefined}>
            <span>${weekdayName(it.weekday, "narrow")}</span>
            <span class="marks">
              ${it.run && html`<i class="run" data-run=${it.run}></i>`}
              ${it.strength && html`<i class="strength" data-strength=${it.strength}></i>`}
              ${!it.run && !it.strength && html`<i class="free"></i>`}
            </span>
          </span>
        `
      )}
    </button>
  `;
}

/** The seven days as data for strip and sheet. @param {any} now */
function week(now) {
  const { run_days = [], long_run_day, quality_days = [] } = profile.value ?? {};
  const monday = addDays(now.day, 1 - weekday(now.day));
  const done = new Set(now.done.map((/** @type {{day: string}} */ it) => it.day));
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const day = addDays(monday, weekday - 1);
    const planned = pack.value.plan.sessions.find((/** @type {{day: string}} */ it) =>
      it.day === day
    );
    const run = long_run_day === weekday
      ? "long"
      : quality_days.includes(weekday)
      ? "quality"
      : run_days.includes(weekday) && "easy";
    return {
      day,
      weekday,
      run,
      strength: done.has(day) ? "done" : planned && "planned",
      name: planned && pack.value.templates[planned.template]?.name,
    };
  });
}

/** @param {ReturnType<typeof week>[number]} it */
function said({ weekday, run, strength }) {
  const parts = [run && `${run} run`, strength && `strength ${strength}`].filter(Boolean);
  return `${weekdayName(weekday, "long")} ${parts.join(" and ") || "free"}`;
}

/**
 * What is off, the self-tests that are due, and the way to say that something is off.
 * @param {{now: any, open: Function}} props
 */
export function Notes({ now, open }) {
  const { off = [], tests_due = 0 } = now;
  const later = prefs.value.tests_later > now.day || now.kind === "stop";
  const show = () => open("off", {});
  return html`
    <div class="notes">
      ${off.map((/** @type {import("../data/types.d.ts").Record_} */ it) => {
        const { title, text } = changeWords(it.set, now.day);
        return html`
          <button key=${it.record} type="button" class="row note" onClick=${show}>
            <span><span class="name">${title}</span><span class="facts">${text}</span></span>
            <span class="go">Change</span>
          </button>
        `;
      })}
      ${tests_due > 0 && !later && html`
        <div class="row note">
          <a class="name" href="/tests">${count(tests_due, "self-test")} due <span
            aria-hidden="true">›</span><span class="facts">A minute or two each</span></a>
          <button type="button" class="text-button" aria-label="Self-tests: not now"
            onClick=${() =>
              savePrefs({ tests_later: addDays(now.day, LATER_DAYS) })}>Not now</button>
        </div>
      `}
      ${off.length === 0 && html`
        <button type="button" class="text-button quiet off" onClick=${show}>
          <span>Something’s off?</span> <span class="muted">Niggle, ill, away</span>
        </button>
      `}
    </div>
  `;
}

/**
 * The session by block; a rest day says what it is for.
 * @param {{now: any, left: Left[], open: Function}} props
 */
export function Agenda({ now, left, open }) {
  if (now.kind === "rest") return html`<${RestNotes} />`;
  if (now.kind === "done") return html`<${DoneList} now=${now} />`;
  if (!now.workout || now.kind !== "session") return html`<div></div>`;
  return html`
    <div class="agenda">
      ${BLOCKS.map(([block, name]) => {
        const items = now.workout.items.filter((/** @type {Item} */ it) => it.block === block);
        return items.length > 0 && html`
          <${Block} key=${block} block=${block} name=${name} items=${items}
            open=${open} alone=${items.length === now.workout.items.length} />
        `;
      })}
      ${left.length > 0 && html`<${NotToday} left=${left} />`}
    </div>
  `;
}

/** What the session goes without, each with its reason. @param {{left: Left[]}} props */
function NotToday({ left }) {
  return html`
    <details class="fold not-today">
      <summary class="over"><span>Not today</span> <span>${left.length}</span></summary>
      <dl class="told">
        ${left.map(({ slot, text, reasons }) => {
          const shut = reasons.filter(({ rule }) => rule === "slot_closed");
          return html`
            <div key=${slot}>
              <dt>${pack.value.slots[slot]?.name ?? plain(slot)}${shut.length
                ? ": not open yet"
                : ""}</dt>
              ${shut.length
                ? shut.map(({ values = {} }) => html`<dd key=${values.what}>${toShow(values)}</dd>`)
                : html`<dd>${text}</dd>`}
            </div>
          `;
        })}
      </dl>
    </details>
  `;
}

/** What still has to be shown before a slot opens. @param {Record<string, any>} values */
function toShow({ what, value, need }) {
  return need > 1 ? `${what}: ${value} of ${need}` : what;
}

/**
 * Preparation is folded, unless it is all there is.
 * @param {{block: string, name: string, items: Item[], open: Function, alone: boolean}} props
 */
function Block({ block, name, items, open, alone }) {
  const rows = rounds(items).map((group) =>
    html`
      ${group[0].group && group.length > 1 && html`
        <p class="round">${count(group[0].sets, "round")} of ${group.length}</p>
      `}
      <ul class="rows" data-rounds=${group[0].group ? "" : undefined}>
        ${group.map((item) =>
          html`
            <li key=${item.slot}>
              <${ItemRow} item=${item} open=${open} />
            </li>
          `
        )}
      </ul>
    `
  );
  const over = html`<span>${name}</span> <span>${count(items.length, "exercise")}</span>`;
  if (block !== "prep") return html`<section><h2 class="over">${over}</h2>${rows}</section>`;
  return html`
    <details class="fold prep" open=${alone}>
      <summary class="over">${over}</summary>
      ${rows}
    </details>
  `;
}

/** Neighbors with one group are done in rounds; the others stand together. @param {Item[]} items */
function rounds(items) {
  /** @type {Item[][]} */
  const groups = [];
  for (const item of items) {
    const before = groups.at(-1);
    if (before && before[0].group === item.group) before.push(item);
    else groups.push([item]);
  }
  return groups;
}

/** @param {{item: Item, open: Function}} props */
function ItemRow({ item, open }) {
  const exercise = pack.value.exercises[/** @type {string} */ (item.exercise)];
  const figure = useFigure(item.exercise);
  const units = profile.value?.units ?? "kg";
  const load = loadWord(item, units);
  const moved = change(item, units);
  const sides = sidesLine(item);
  return html`
    <button type="button" class="row" onClick=${() => open("item", { item })}>
      <${Thumb} figure=${figure} />
      <span>
        <span class="name">${exercise?.short ?? exercise?.name ?? plain(item.slot)}</span>
        <span class="facts">${setsLine(item)}${item.tempo ? ` · ${item.tempo}` : ""}</span>
        ${sides && html`<span class="facts">${sides}</span>`}
      </span>
      <span class="end">
        ${load && html`<span class="number">${load}</span>`}
        ${item.block !== "prep" &&
          html`<span class="change" data-trend=${moved.trend}>${moved.text}</span>`}
      </span>
    </button>
  `;
}

function RestNotes() {
  return html`
    <section class="rest-notes">
      <h2>What today is for</h2>
      <ul class="dashes">
        <li>Strength is built between sessions. Muscle and tendon get the hours they need.</li>
        <li>An easy run or a walk is fine. Keep it at a pace you can talk at.</li>
        <li>Sleep and food do more today than one more set.</li>
      </ul>
    </section>
  `;
}

/** What was done today, a tap from every set of it. @param {{now: any}} props */
function DoneList({ now }) {
  const done = now.done.filter((/** @type {{day: string}} */ it) => it.day === now.day);
  return html`
    <ul class="rows">
      ${done.map((/** @type {{session: string, template: string, place: string}} */ it) =>
        html`
          <li key=${it.session}>
            <a class="row" href=${`/history/${it.session}`}>
              <span>
                <span class="name">${pack.value.templates[it.template]?.name ?? "Session"}</span>
                <span class="facts">See every set, or correct one</span>
              </span>
              <span class="muted" aria-hidden="true">›</span>
            </a>
          </li>
        `
      )}
    </ul>
  `;
}

/** The drawn poses of an exercise, once the catalog is read. @param {string | undefined} slug */
function useFigure(slug) {
  return catalog.value.find((/** @type {{slug: string}} */ it) => it.slug === slug)?.figure;
}

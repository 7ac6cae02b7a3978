/** History: the sessions done, by week, with what each week adds up to. */
import { html, useEffect, useState } from "../vendor/preact.js";
import { day, profile, records, revision, sync } from "../data/store.js";
import { count, dayFrom, dayName, load } from "../ui/format.js";
import { Empty, SyncPill } from "../ui/parts.js";
import { weeks } from "../ui/weeks.js";

/**
 * What was read last: coming back shows it at once.
 * @type {import("../ui/weeks.js").Week[] | null}
 */
let before = null;

export default function History() {
  const [list, setList] = useState(before);
  const [trouble, setTrouble] = useState("");
  useEffect(() => {
    Promise.all([records("session"), records("set")]).then(([sessions, sets]) => {
      before = weeks(sessions, sets);
      setList(before);
    }, (error) => setTrouble(error.detail ?? String(error)));
  }, [revision.value]);
  return html`
    <div class="page">
      <header>
        <div class="eyebrow"><span>${summary(list)}</span><${SyncPill} sync=${sync.value} /></div>
        <h1 tabindex="-1">History</h1>
      </header>
      ${trouble && html`<p class="error" role="alert">${trouble}</p>`}
      ${list?.length === 0 && html`
        <${Empty} title="Your first session will be here">
          <p
            class="muted">
              Every set is kept on this phone the moment you log it, with or without a network.
            </p>
          <a class="button" href="/">Go to Today</a>
          <//>
      `}
      <a class="row slim" href="/roadmap"><span>Roadmap, sides and plateaus</span><span
        class="muted" aria-hidden="true">›</span></a>
      ${list?.map((week) => html`<${Week} key=${week.monday} week=${week} />`)}
    </div>
  `;
}

/** @param {import("../ui/weeks.js").Week[] | null} list */
function summary(list) {
  const total = list?.reduce((sum, week) => sum + week.sessions.length, 0);
  return total ? count(total, "session") : "";
}

/** @param {{week: import("../ui/weeks.js").Week}} props */
function Week({ week }) {
  const units = profile.value?.units ?? "kg";
  const tons = Math.round(week.tonnage_g / 1000) * 1000;
  const totals = [
    week.sets > 0 && count(week.sets, "set"),
    `${week.minutes}\u00a0min`,
    tons > 0 && load(tons, units),
  ];
  return html`
    <section>
      <h2 class="over week-head">
        <span>Week of ${dayName(week.monday, "short").replace(/^\w+, /, "")}</span>
        <span>${totals.filter(Boolean).join(" · ")}</span>
      </h2>
      <ul class="rows">
        ${week.sessions.map((it) =>
          html`
            <li key=${it.record}>
              <${Row} it=${it} />
            </li>
          `
        )}
      </ul>
    </section>
  `;
}

/** @param {{it: import("../ui/weeks.js").Past}} props */
function Row({ it }) {
  const state = it.open ? "not finished" : it.ended_early ? "ended early" : "";
  const facts = [capitalDay(it.day), it.place, it.sets > 0 && count(it.sets, "set"), state].filter(
    Boolean,
  ).join(" · ");
  return html`
    <a class="row" href=${`/history/${it.record}`}>
      <span><span class="name">${it.name}</span><span class="facts">${facts}</span></span>
      <span class="end">
        ${it.minutes !== null && html`<span class="number">${it.minutes}${"\u00a0"}min</span>`}
        ${it.rpe !== undefined && html`<span class="change">effort ${it.rpe}</span>`}
      </span>
    </a>
  `;
}

/** @param {string} it */
function capitalDay(it) {
  const word = dayFrom(it, day.value);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

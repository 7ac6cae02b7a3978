/** Today: what to do, how long it takes, why, and the one button that begins it. */
import { html, useMemo, useState } from "../vendor/preact.js";
import { active, checkin, pack, profile, setPlace, sync, syncNow, today } from "../data/store.js";
import { explain } from "../training/explain.js";
import { Agenda, Notes, WeekStrip } from "../ui/agenda.js";
import { capital, dayFrom, dayName, easeWord, plain, weeksWord } from "../ui/format.js";
import { Button, ReasonLine, SyncPill, toast } from "../ui/parts.js";

/** @typedef {{rule: string, values?: Record<string, unknown>, entries?: string[]}} Reason */
/** @typedef {{text: string, source?: string}} Told */
/** @typedef {Told & {aside: boolean, due: boolean}} DayTold */

/** Sheets are fetched when first opened; the day itself never waits for them. */
const SHEETS = {
  checkin: () => import("../ui/checkin.js"),
  item: () => import("../ui/item_sheet.js"),
  off: () => import("../ui/off_sheet.js"),
  time: () => import("../ui/time_sheet.js"),
  week: () => import("../ui/week_sheet.js"),
  reasons: () => import("../ui/reasons_sheet.js"),
};

export default function Today() {
  const [sheet, setSheet] = useState(/** @type {{view: any, props: object} | null} */ (null));
  if (!profile.value) return html`<${Unprofiled} />`;
  if (!pack.value || !today.value) return html`<${Planless} />`;

  const now = today.value;
  const open = async (/** @type {keyof typeof SHEETS} */ name, /** @type {object} */ props) => {
    try {
      setSheet({ view: (await SHEETS[name]()).default, props });
    } catch {
      toast("This part is not on this phone yet. It comes with the next connection.");
    }
  };
  return html`
    <div class="page today">
      <div class="day">
        <${DayHead} now=${now} open=${open} />
        <${WeekStrip} now=${now} open=${open} />
        ${now.kind !== "none" && html`
          <${CheckinRow} now=${now} open=${open} />
          <${Notes} now=${now} open=${open} />
        `}
      </div>
      <${Agenda} now=${now} left=${leftOut(now)} open=${open} />
      <${Action} now=${now} />
      ${sheet && html`<${sheet.view} ...${sheet.props} onClose=${() => setSheet(null)} />`}
    </div>
  `;
}

/** Date, sync, what today is, and why. @param {{now: any, open: Function}} props */
function DayHead({ now, open }) {
  const { stage } = pack.value;
  const reasons = useTold(now);
  const words = headline(now);
  const trains = now.workout && now.kind === "session";
  const why = now.kind === "done" ? "" : inShort(reasons);
  return html`
    <header>
      <div class="eyebrow">
        <span>${dayName(now.day)}</span>
        <${SyncPill} sync=${sync.value} />
      </div>
      <h1 tabindex="-1">${words.title}</h1>
      <div class="chips">
        ${trains && html`
          <button type="button" class="chip"
            aria-label=${`${now.workout.minutes} minutes. Change the time you have`}
            onClick=${() => open("time", {})}><span><b>${now.workout
              .minutes}</b> min</span></button>
        `}
        <a class="chip" href="/roadmap" title=${stage.name}><span>Stage ${stage
          .number} · <b>week ${stage.week}</b> of ${weeksWord(stage.weeks)}</span></a>
        ${trains && html`<${PlaceSwitch} place=${now.workout.place} />`}
        ${trains &&
          now.next.session?.ease?.map((/** @type {string} */ it) =>
            html`<span key=${it} class="chip ease">${easeWord(it)}</span>`
          )}
      </div>
      ${words.text && html`<p class="lead">${words.text}</p>`}
      ${why && html`
        <${ReasonLine} lead=${words.lead} text=${why}
          onAll=${() => open("reasons", { reasons, title: words.lead.replace(":", "") })} />
      `}
    </header>
  `;
}

/** The two reasons that say most; "it is due" only where nothing else is. @param {DayTold[]} reasons */
function inShort(reasons) {
  const open = reasons.filter(({ aside }) => !aside);
  const telling = open.filter(({ due }) => !due);
  return (telling.length ? telling : open).slice(0, 2).map(({ text }) => text).join(" ");
}

/** The day in a title, a sentence and the words that open the reasons. @param {any} now */
function headline(now) {
  const lead = "Why today:";
  if (now.kind === "session") return { title: now.workout?.name ?? "Session", lead, text: "" };
  if (now.kind === "stop") {
    return {
      title: "No training today",
      lead: "Because:",
      text: "What you noted belongs in front of a clinician before you load it again. If it is " +
        "getting worse, or you feel unwell now, do not wait: call your local emergency " +
        "number. Your plan keeps its place until then.",
    };
  }
  if (now.kind === "done") {
    return { title: "Done for today", lead: "What next:", text: upNext(now) };
  }
  if (now.kind === "rest") return { title: "Rest day", lead, text: upNext(now) };
  return {
    title: "Nothing planned",
    lead,
    text: "The plan has run out. It is made anew on the server: connect once and the next weeks " +
      "appear here.",
  };
}

/** @param {any} now */
function upNext({ day, next }) {
  if (!next?.session) return "";
  const name = pack.value.templates[next.session.template]?.name ?? "Next session";
  return `Next: ${name}, ${dayFrom(next.next_day ?? next.session.day, day)}.`;
}

/** @param {{place: string}} props */
function PlaceSwitch({ place }) {
  if (!mine().equipment?.gym) return null;
  const other = place === "gym" ? "home" : "gym";
  return html`
    <button type="button" class="chip" aria-label=${`${capital(place)}. Switch to ${other}`}
      onClick=${() => setPlace(other)}>
      <b>${capital(place)}</b> <span aria-hidden="true">⇄</span>
    </button>
  `;
}

/**
 * The ten seconds that fit the session to the day, and what they changed.
 * @param {{now: any, open: Function}} props
 */
function CheckinRow({ now, open }) {
  const { level, reasons } = now.readiness;
  const told = shortly(reasons);
  const first = checkin.value ? "Checked in" : "How are you today?";
  const second = level === "stop"
    ? "You noted a warning sign"
    : checkin.value
    ? told || "Nothing to change: train as planned"
    : "Ten seconds, fitted to you";
  return html`
    <button type="button" class="row checkin" onClick=${() => open("checkin", {})}>
      <span>
        <span class="name">${first}</span>
        <span class="facts" data-level=${checkin.value ? level : undefined}>${second}</span>
      </span>
      <span class="go">${checkin.value ? "Change" : "Check in"}</span>
    </button>
  `;
}

/** The first reason, and how many stand behind it. @param {Reason[]} reasons */
function shortly([first, ...more]) {
  if (!first) return "";
  return tell(first).text + (more.length ? ` ${more.length}\u00a0more.` : "");
}

/** The one big action. @param {{now: any}} props */
function Action({ now }) {
  const label = active.value
    ? "Resume"
    : now.kind === "session" && now.workout
    ? "Start"
    : now.kind === "rest" && now.workout
    ? "Train anyway"
    : null;
  if (!label) return null;
  const calm = label === "Train anyway";
  return html`
    <div class="start"><a class=${`button big${
      calm ? "" : " primary"
    }`} href="/session">${label}</a></div>
  `;
}

/** Signed in, but nothing known yet: either it is on its way, or it is to be told. */
function Unprofiled() {
  const looking = sync.value.state === "syncing";
  return html`
    <div class="page today">
      <header>
        <div class="eyebrow"><span>Midstance</span><${SyncPill} sync=${sync.value} /></div>
        <h1 tabindex="-1">${looking ? "Looking for your journal" : "First, your week"}</h1>
        <p class="lead">${looking
          ? "If you used Midstance before, your profile and plan arrive in a moment."
          : "Five short steps: health, experience, runs, time and equipment. Two minutes, then " +
            "your first session is here."}</p>
      </header>
      <ul class="dashes agenda">
        <li>Sessions that fit around your runs, not against them.</li>
        <li>Every number says why it is what it is.</li>
        <li>It all works without a network once it is here.</li>
      </ul>
      <div class="start"><a class=${`button big${
        looking ? "" : " primary"
      }`} href="/profile">Set up your program</a></div>
    </div>
  `;
}

/** The profile is here, the plan not yet: it is made on the server. */
function Planless() {
  const waiting = ["syncing", "waiting", "synced"].includes(sync.value.state);
  return html`
    <div class="page today">
      <header>
        <div class="eyebrow"><span>Midstance</span><${SyncPill} sync=${sync.value} /></div>
        <h1 tabindex="-1">${waiting
          ? "Your plan is being made"
          : "One connection, then six weeks"}</h1>
        <p class="lead">${waiting
          ? "It appears here as soon as the server has fitted it to your runs and your equipment."
          : "Your profile is saved on this phone. The plan is made on the server: connect once, " +
            "and the next six weeks work without a network."}</p>
      </header>
      <div class="start">
        <${Button} big onClick=${() => syncNow()}>Try now<//></div>
    </div>
  `;
}

/** What the screen says without a reason: the title "Done for today", the row "Check in". */
const UNTOLD = new Set(["no_checkin", "done_today"]);

/**
 * All reasons of the day in words, each once; `aside` ones have another place on the screen.
 * @param {any} now
 * @returns {DayTold[]}
 */
function useTold(now) {
  return useMemo(() => {
    const { reasons, next, readiness } = now;
    const workout = now.kind === "session" ? now.workout : null;
    /** @type {Told[]} */
    const left = leftOut(now).map(({ slot, text, source }) => ({
      text: `${pack.value.slots[slot]?.name ?? plain(slot)}: ${small(text)}`,
      source,
    }));
    const felt = new Set((readiness?.reasons ?? []).map(textOf));
    const asked = now.kind === "stop"
      ? [readiness.reasons]
      : [reasons, next?.reasons, readiness?.reasons, workout?.reasons];
    const all = asked.flatMap((it) => it ?? []).filter(({ rule }) => !UNTOLD.has(rule));
    const once = new Map([...all.map(tell), ...left].map((it) => [it.text, it]));
    return [...once.values()].map((it) => ({
      ...it,
      aside: now.kind !== "stop" && (felt.has(it.text) || left.includes(it)),
      due: it.text === textOf({ rule: "due" }),
    }));
  }, [now, mine().units]);
}

/**
 * The slots a session goes without, each with why.
 * @param {any} now
 * @returns {(Told & import("../ui/agenda.js").Left)[]}
 */
function leftOut({ kind, workout }) {
  if (kind !== "session") return [];
  return (workout?.dropped ?? []).map(
    (/** @type {{slot: string, reasons: Reason[]}} */ { slot, reasons }) => {
      const told = reasons.map(tell);
      return { ...told[0], slot, reasons, text: told.map((it) => it.text).join(" ") };
    },
  );
}

/** A sentence that goes on after a colon. @param {string} text */
function small(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** @param {Reason} reason */
function textOf(reason) {
  return tell(reason).text;
}

/** @param {Reason} reason @returns {Told} */
function tell(reason) {
  return explain(reason, pack.value.policy, mine().units);
}

/** The profile; Today shows nothing of itself before there is one. */
function mine() {
  return /** @type {import("../data/types.d.ts").Fields} */ (profile.value);
}

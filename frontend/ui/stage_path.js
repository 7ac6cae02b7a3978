/** The stages as a path from the first to the last, with the runner on it. */
import { html } from "../vendor/preact.js";
import { capital, count, weeksWord } from "./format.js";

/** @typedef {{min: number, max: number}} Span */
/** @typedef {{number: number, name: string, goal: string, weeks?: Span}} Stage */
/**
 * @typedef {Stage & {since?: string, week: number, weeks: Span, weeks_left?: number, next?: number,
 *   review?: boolean, gate: import("./gate.js").Line[], reasons?: any[]}} StageNow
 */

/**
 * `children` stands under the stage the runner is in.
 * @param {{stages: Stage[], here: StageNow, onWhy: () => void,
 *   children?: import("../vendor/preact.js").VNode}} props
 */
export function StagePath({ stages, here, onWhy, children }) {
  return html`
    <ol class="path">
      ${stages.map((stage) => {
        const state = stage.number < here.number
          ? "past"
          : stage.number > here.number
          ? "ahead"
          : "here";
        return html`
          <li key=${stage.number} data-state=${state} aria-current=${state === "here"
            ? "step"
            : undefined}>
            <span class="node number" aria-hidden="true">${state === "past"
              ? "✓"
              : stage.number}</span>
            ${state === "here"
              ? html`<${Here} stage=${here} onWhy=${onWhy}>${children}<//>`
              : html`<${Elsewhere} stage=${stage} state=${state} />`}
          </li>
        `;
      })}
    </ol>
  `;
}

/** @param {{stage: Stage, state: string}} props */
function Elsewhere({ stage, state }) {
  return html`
    <details class="fold">
      <summary>
        <span>
          <span class="unseen">Stage ${stage.number}${state === "past" ? ", done" : ""}: </span>
          <span class="name">${stage.name}</span>
          ${stage.weeks && html`<span class="facts">${spanWord(stage.weeks)}</span>`}
        </span>
      </summary>
      <p class="muted">${stage.goal}</p>
    </details>
  `;
}

/** @param {{stage: StageNow, onWhy: () => void, children?: any}} props */
function Here({ stage, onWhy, children }) {
  const { week, weeks } = stage;
  return html`
    <div class="here">
      <p class="over"><span>You are here</span></p>
      <h2><span class="unseen">Stage ${stage.number}: </span>${stage.name}</h2>
      <p class="muted">${stage.goal}</p>
      <${WeekBar} week=${week} weeks=${weeks} />
      <button type="button" class="text-button weeks" onClick=${onWhy}>
        <span><b class="number">Week ${week}</b> of ${weeksWord(weeks)}</span>
        <span class="go">Why</span>
      </button>
      ${stage.review && html`
        <p class="notice" role="note">
          Longer than planned. The calendar moves nobody on: look at what is still open below, at
          your sleep, and at how often you train.
        </p>
      `}
      ${children}
    </div>
  `;
}

/**
 * A segment per week up to the longest; the shortest stay is marked.
 * @param {{week: number, weeks: Span}} props
 */
function WeekBar({ week, weeks }) {
  const all = Array.from({ length: Math.max(weeks.max, 1) }, (_, i) => i + 1);
  return html`
    <div class="week-bar" aria-hidden="true">
      ${all.map((each) =>
        html`
          <i key=${each} data-state=${each < week ? "past" : each === week ? "here" : "ahead"}
            data-least=${each === weeks.min ? "" : undefined}></i>
        `
      )}
    </div>
  `;
}

/** "4–6 weeks". @param {Span} weeks */
function spanWord(weeks) {
  return weeks.min === weeks.max
    ? capital(count(weeks.max, "week"))
    : `${weeksWord(weeks)}\u00a0weeks`;
}

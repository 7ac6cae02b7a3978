/** The roadmap: the stages, the gate to the next one, and what the tests and the log say of it. */
import { html, useEffect, useState } from "../vendor/preact.js";
import { back } from "../router.js";
import { changes, day, pack, profile, records, revision, sync } from "../data/store.js";
import { explain } from "../training/explain.js";
import { GateList } from "../ui/gate_list.js";
import { Empty, SyncPill } from "../ui/parts.js";
import { Plateaus, standingStill } from "../ui/plateaus.js";
import ReasonsSheet from "../ui/reasons_sheet.js";
import { due } from "../data/self_tests.js";
import { SidesList } from "../ui/sides_list.js";
import { StageMoves } from "../ui/stage_moves.js";
import { StagePath } from "../ui/stage_path.js";
import { DueTests } from "../ui/test_rows.js";

/** @typedef {import("../data/types.d.ts").Record_} Record_ */
/** @typedef {{text: string, source?: string}} Told */

const STAGE_RULE = "A stage ends when its gate is shown and its shortest weeks are trained. " +
  "The longest weeks ask for a look at why; they move nobody on.";

/** What was read last: coming back shows it at once. @type {Record_[]} */
let before = [];

export default function Roadmap() {
  const [assessments, setAssessments] = useState(before);
  const [sheet, setSheet] = useState(/** @type {{title: string, reasons: Told[]} | null} */ (null));
  useEffect(() => {
    records("assessment").then((found) => setAssessments(before = found), () => {});
  }, [revision.value]);
  if (!pack.value?.stage) return html`<${Planless} />`;
  const { stage, stages, program, tests = [], symmetry } = pack.value;
  const path = stages ?? [{ ...stage }];
  const todo = due(pack.value, assessments);
  const why = (/** @type {string} */ title, /** @type {Told[]} */ reasons) => () =>
    setSheet({ title, reasons });
  const told = symmetry?.reasons.map(tell) ?? [];
  return html`
    <div class="page roadmap">
      <header>
        <div class="eyebrow">
          <button type="button" class="text-button" onClick=${() => back("/")}>Back</button>
          <${SyncPill} sync=${sync.value} />
        </div>
        <h1 tabindex="-1">Roadmap</h1>
        <p class="lead">${program.name}: stage ${stage.number} of ${path.at(-1).number}</p>
      </header>
      <${StagePath} stages=${path} here=${stage}
        onWhy=${why(`Week ${stage.week}`, stageReasons(stage))}>
        <${GateList} stage=${stage} tests=${tests} fresh=${fresh(assessments)}
          onWhy=${why("Why this gate", gateReasons(stage.gate))} />
      <//>
      <div class="beside-path">
        <${DueTests} todo=${todo} any=${tests.length > 0} tell=${tell} />
        ${tests.length > 0 && html`
          <${SidesList} tests=${tests} assessments=${assessments} day=${day.value}
            verdict=${told[0]?.text ??
              "A side is called weaker only when it is under 85 % in two of three tests."}
            onWhy=${told.length ? why("Left and right", told) : undefined} />
        `}
        <${Plateaus} still=${standingStill(pack.value)} tell=${tell}
          places=${profile.value?.equipment?.gym ? 2 : 1}
          onWhy=${(/** @type {import("../ui/plateaus.js").Still} */ it) =>
            why(it.name, it.reasons.map(tell))()} />
        <${StageMoves} stage=${stage} stages=${path} changes=${changes.value} day=${day.value} />
      </div>
      ${sheet && html`
        <${ReasonsSheet} ...${sheet} onClose=${() => setSheet(null)} />
      `}
    </div>
  `;
}

/** @param {any} stage @returns {Told[]} */
function stageReasons(stage) {
  return [...(stage.reasons ?? []).map(tell), { text: STAGE_RULE, source: "science 1, D" }];
}

/** What each line asks and where that comes from. @param {import("../ui/gate.js").Line[]} gate */
function gateReasons(gate) {
  return gate.map(({ text, source }) => ({ text: `${text}.`, source }));
}

/** Tests with a value that the plan has not heard of. @param {Record_[]} assessments */
function fresh(assessments) {
  const line = (/** @type {string} */ key) =>
    pack.value.stage.gate.find((/** @type {{test?: string}} */ it) => it.test === key);
  const since = sync.value.last_ms ?? 0;
  return new Set(
    assessments.filter(({ at, set }) => line(set.test) && Date.parse(at.slice(0, 24)) > since)
      .map(({ set }) => set.test),
  );
}

/** @param {any} reason */
function tell(reason) {
  return explain(reason, pack.value.policy, profile.value?.units ?? "kg");
}

/** No plan on this phone yet: nothing to draw the way from. */
function Planless() {
  return html`
    <div class="page">
      <header>
        <div class="eyebrow">
          <button type="button" class="text-button" onClick=${() => back("/")}>Back</button>
          <${SyncPill} sync=${sync.value} />
        </div>
        <h1 tabindex="-1">Roadmap</h1>
      </header>
      <${Empty} title="It comes with your plan">
        <p class="muted">The plan is made on the server: connect once, and the way is here too.</p>
        <a class="button" href="/">Go to Today</a>
        <//>
        </div>
  `;
}

/** All self-tests of the program: those due first, each with what was measured last. */
import { html, useEffect, useState } from "../vendor/preact.js";
import { back } from "../router.js";
import { day, pack, profile, records, revision, sync } from "../data/store.js";
import { explain } from "../training/explain.js";
import { Empty, SyncPill } from "../ui/parts.js";
import { due, results } from "../data/self_tests.js";
import { DueTests, TestRow } from "../ui/test_rows.js";

/** @typedef {import("../data/types.d.ts").Record_} Record_ */
/** @typedef {import("../ui/gate.js").Test} Test */

/** What was read last: coming back shows it at once. @type {Record_[] | null} */
let before = null;

export default function SelfTests() {
  const [assessments, setAssessments] = useState(before);
  useEffect(() => {
    records("assessment").then((found) => setAssessments(before = found), () => setAssessments([]));
  }, [revision.value]);
  /** @type {Test[]} */
  const tests = pack.value?.tests ?? [];
  const tell = (/** @type {any} */ reason) =>
    explain(reason, pack.value.policy, profile.value?.units ?? "kg");
  const todo = assessments ? due(pack.value ?? { day: day.value }, assessments) : [];
  return html`
    <div class="page">
      <header>
        <div class="eyebrow">
          <button type="button" class="text-button" onClick=${() => back("/roadmap")}>Back</button>
          <${SyncPill} sync=${sync.value} />
        </div>
        <h1 tabindex="-1">Self-tests</h1>
        <p class="lead">
          Short tests you do alone. They open the gates of the roadmap and show how left and right
          compare. Warm up first; leave out what hurts.
        </p>
      </header>
      ${pack.value && tests.length === 0 && html`<${Empty} title="No tests in this program" />`}
      ${!pack.value && html`<${Empty} title="They come with your plan" />`}
      ${assessments && todo.length > 0 && html`<${DueTests} todo=${todo} tell=${tell} any alone />`}
      ${assessments && tests.length > 0 && html`
        <section>
          <h2 class="over"><span>All of them</span> <span>${tests.length}</span></h2>
          <ul class="rows">
            ${tests.map((test) =>
              html`
                <li key=${test.key}>
                  <${TestRow} test=${test} day=${day.value}
                    last=${results(assessments, test.key)[0]} />
                </li>
              `
            )}
          </ul>
        </section>
      `}
    </div>
  `;
}

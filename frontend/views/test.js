/** One self-test: how it is done, taking it, and what came of it before. */
import { html, useEffect, useState } from "../vendor/preact.js";
import { back } from "../router.js";
import {
  append,
  appendAll,
  day,
  newRecord,
  pack,
  prefs,
  profile,
  records,
  revision,
  savePrefs,
  sync,
} from "../data/store.js";
import { Button, Empty, SyncPill, toast } from "../ui/parts.js";
import { results } from "../data/self_tests.js";
import { TestResults } from "../ui/test_results.js";
import { TestSide } from "../ui/test_side.js";

/** @typedef {import("../ui/test_side.js").Test} Test */
/** @typedef {import("../ui/test_side.js").Taken} Taken */
/** @typedef {"left" | "right" | "both"} Side */
/** @typedef {import("../data/types.d.ts").Record_} Record_ */

/** @param {{params: Record<string, string>}} props */
export default function SelfTest({ params }) {
  /** @type {Test | undefined} */
  const test = pack.value?.tests?.find((/** @type {Test} */ it) => it.key === params.key);
  const [assessments, setAssessments] = useState(/** @type {Record_[] | null} */ (null));
  useEffect(() => {
    records("assessment").then(setAssessments, () => setAssessments([]));
  }, [revision.value]);
  return html`
    <div class="page self-test">
      <header>
        <div class="eyebrow">
          <button type="button" class="text-button" onClick=${() => back("/roadmap")}>Back</button>
          <${SyncPill} sync=${sync.value} />
        </div>
        <h1 tabindex="-1">${test?.name ?? "Self-test"}</h1>
        ${test && html`<p class="lead">${test.why}</p>`}
      </header>
      ${!test && html`
        <${Empty} title="Not a test of your program">
          <a class="button" href="/tests">All self-tests</a>
          <//>
      `}
      ${test && html`
        ${assessments && html`
          <${HowTo} test=${test} known=${results(assessments, test.key).length > 0} />
          <${Taking} key=${test.key} test=${test} assessments=${assessments} />
          <${TestResults} test=${test} assessments=${assessments} day=${day.value}
            runner=${profile.value ?? {}} />
        `}
      `}
    </div>
  `;
}

/** Folded for whoever has done it before. @param {{test: Test, known: boolean}} props */
function HowTo({ test, known }) {
  const [open] = useState(!known);
  return html`
    <details class="fold how-to" open=${open}>
      <summary class="over"><span>How it goes</span></summary>
      <ol class="numbered">
        ${test.steps?.map((step) => html`<li key=${step}>${step}</li>`)}
      </ol>
    </details>
  `;
}

/** @param {{test: Test, assessments: Record_[]}} props */
function Taking({ test, assessments }) {
  /** @type {Side[]} */
  const sides = test.sides === "each" ? ["left", "right"] : ["both"];
  const [last] = results(assessments, test.key);
  const [taken, setTaken] = useState(() => kept(test.key));
  const [trouble, setTrouble] = useState("");
  const put = (/** @type {Record<string, Taken>} */ next) => {
    setTaken(next);
    setTrouble("");
    savePrefs({ test_draft: { key: test.key, day: day.value, taken: next } });
  };
  const clear = () => {
    setTaken({});
    savePrefs({ test_draft: null });
  };
  const save = async () => {
    const done = sides.filter((side) => taken[side]?.value !== undefined);
    if (done.length === 0) return setTrouble("Enter what you reached first.");
    const drafts = done.map((side) => ({
      kind: "assessment",
      record: newRecord(),
      set: { test: test.key, side, value: taken[side].value, pain: taken[side].pain },
    }));
    try {
      await appendAll(drafts);
      clear();
      toast(done.length < sides.length ? "Saved. The other side is still open." : "Saved.", {
        undo: () =>
          drafts.forEach(({ record }) =>
            append("assessment", record, {}, { deleted: true }).catch(() => {})
          ),
      });
    } catch (error) {
      setTrouble(/** @type {any} */ (error).detail ?? String(error));
    }
  };
  return html`
    <section class="section taking" aria-label="Take the test">
      <h2 class="over"><span>Take it</span></h2>
      <div class="test-sides" data-sides=${sides.length}>
        ${sides.map((side) =>
          html`
            <${TestSide} key=${side} test=${test} side=${side} taken=${taken[side] ?? { pain: 0 }}
              begin=${last?.[side] ?? start(test)}
              onChange=${(/** @type {Taken} */ one) => put({ ...taken, [side]: one })} />
          `
        )}
      </div>
      ${trouble && html`<p class="error" role="alert">${trouble}</p>`}
      <${Button} primary big onClick=${save}>Save<//>
    </section>
  `;
}

/**
 * Where the first tap lands when nothing was measured before: what the gate asks for.
 * @param {Test} test
 */
function start(test) {
  const gate = pack.value?.stage?.gate ?? [];
  const line = gate.find((/** @type {any} */ it) => it.test === test.key && it.need > 1);
  return Math.min(test.most, line?.need ?? 10);
}

/** What was entered before a reload, if it was this test today. @param {string} key */
function kept(key) {
  const draft = prefs.value.test_draft;
  return draft?.key === key && draft.day === day.value ? draft.taken : {};
}

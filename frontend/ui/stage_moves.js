/** The runner's own word on the stage: on past an open gate, or back to an earlier one. */
import { html, useEffect, useState } from "../vendor/preact.js";
import { addDays } from "../data/day.js";
import { append, newRecord, records, revision } from "../data/store.js";
import { stageChange } from "../data/changes.js";
import { isOpen } from "./gate.js";
import { Button, Sheet, toast } from "./parts.js";

/** @typedef {import("../data/types.d.ts").Record_} Record_ */
/** @typedef {import("./stage_path.js").Stage} Stage */
/** @typedef {import("./stage_path.js").StageNow} StageNow */

/** So long after a warning sign nobody goes on past a gate; the plan would not follow either. */
const FLAG_DAYS = 7;

/**
 * @param {{stage: StageNow, stages: Stage[], changes: Record_[], day: string}} props
 */
export function StageMoves({ stage, stages, changes, day }) {
  const [flagged, setFlagged] = useState(/** @type {boolean | null} */ (null));
  const [asking, setAsking] = useState(/** @type {"gate" | "stage" | null} */ (null));
  useEffect(() => {
    records("checkin", { from: addDays(day, 1 - FLAG_DAYS) }).then(
      (found) => setFlagged(found.some(({ set }) => set.red_flags?.length > 0)),
      () => setFlagged(true),
    );
  }, [day, revision.value]);
  const said = stageChange(changes, stage);
  if (said) return html`<${Said} change=${said} />`;
  const last = stages.at(-1)?.number === stage.number;
  const shut = !last && (!isOpen(stage.gate) || (stage.weeks_left ?? 0) > 0);
  const earlier = stages.filter(({ number }) => number < stage.number);
  if (!shut && earlier.length === 0) return null;
  return html`
    <section class="section moves">
      <h2 class="over"><span>Change the stage</span></h2>
      ${shut && flagged && html`
        <p class="muted">
          You noted a warning sign in the last ${FLAG_DAYS} days. Let a clinician look at it first:
          until a week has passed without one, the gate stays.
        </p>
      `}
      <div class="actions">
        ${shut && flagged === false &&
          html`<${Button} onClick=${() => setAsking("gate")}>Go on anyway<//>`}
        ${earlier.length > 0 &&
          html`<${Button} onClick=${() => setAsking("stage")}>Go back a stage<//>`}
      </div>
      ${asking && html`
        <${MoveSheet} change=${asking} stage=${stage} earlier=${earlier} day=${day}
          onClose=${() => setAsking(null)} />
      `}
    </section>
  `;
}

/** What was said and waits for the plan, with a way back. @param {{change: Record_}} props */
function Said({ change: { record, set } }) {
  const undo = () => save(record, {}, true).catch(complain);
  return html`
    <section class="panel" role="status">
      <h2>${set.change === "gate" ? "You go on" : `You go back to stage ${set.stage}`}</h2>
      <p>${set.change === "gate"
        ? "The gate stays open behind you; the next stage begins with the next sync."
        : "The plan follows with the next sync. What you have shown stays shown."}</p>
      ${set.reason && html`<p class="muted pre">${set.reason}</p>`}
      <div class="actions"><${Button} onClick=${undo}>Undo<//></div>
    </section>
  `;
}

/**
 * @param {{change: "gate" | "stage", stage: StageNow, earlier: Stage[], day: string,
 *   onClose: () => void}} props
 */
function MoveSheet({ change, stage, earlier, day, onClose }) {
  const [note, setNote] = useState("");
  const [trouble, setTrouble] = useState("");
  const onward = change === "gate";
  const target = earlier.at(-1)?.number;
  const open = stage.gate.filter((line) => !line.done && line.blocks !== false);
  const go = async () => {
    if (onward && !note.trim()) return setTrouble("Write why. It stays in your journal.");
    const record = newRecord();
    const number = onward ? stage.number : target;
    try {
      await save(record, {
        change,
        stage: number,
        from: day,
        ...(note.trim() && { reason: note.trim() }),
      });
      onClose();
      toast(
        onward ? "You go on with the next sync." : `Back to stage ${target} with the next sync.`,
        {
          undo: () => save(record, {}, true).catch(complain),
        },
      );
    } catch (error) {
      setTrouble(/** @type {any} */ (error).detail ?? String(error));
    }
  };
  return html`
    <${Sheet} title=${onward ? "Go on anyway?" : `Back to stage ${target}?`} done="Cancel"
      onClose=${onClose}
      footer=${html`
        ${trouble && html`<p class="error" role="alert">${trouble}</p>`}
        <${Button} primary big onClick=${go}>${onward ? "Go on" : "Go back"}<//>
      `}>
      ${onward
        ? html`
          <div class="section">
            <p>The gate is there so that the next stage meets legs ready for it. Still open:</p>
            <ul class="dashes">
              ${open.map(({ key, text }) => html`<li key=${key}>${text}</li>`)}
              ${(stage.weeks_left ?? 0) > 0 && html`<li>The shortest weeks of this stage</li>`}
            </ul>
          </div>
        `
        : html`
          <p>${earlier.at(-1)?.name}: its sessions come again, at the loads you reached. Its gate is
            looked at anew.</p>
        `}
      <div class="field">
        <label for="move-note">${onward ? "Why you go on" : "Why, if you like"}</label>
        <textarea class="input" id="move-note" rows="3" value=${note} required=${onward}
          onInput=${(/** @type {any} */ event) => setNote(event.target.value)}></textarea>
      </div>
      <//>
  `;
}

/**
 * @param {string} record
 * @param {Record<string, unknown>} set
 * @param {boolean} [deleted]
 */
function save(record, set, deleted) {
  return append("plan_change", record, set, deleted ? { deleted } : {});
}

/** @param {any} error */
function complain(error) {
  toast(error.detail ?? String(error));
}

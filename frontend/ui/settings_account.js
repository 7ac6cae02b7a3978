/**
 * What the account has: signed-in devices, invites, entries that need a look, and everything as one
 * file.
 */
import { html, useEffect, useState } from "../vendor/preact.js";
import { attention, devices, exportAll, invite, revision, revoke, sync } from "../data/store.js";
import { capital, count, dayName, plain } from "./format.js";
import { Button, toast } from "./parts.js";

/** @typedef {{id: string, name: string, last_seen_ms: number, current: boolean}} Device */

export function Devices() {
  const [list, setList] = useState(/** @type {Device[] | null} */ (null));
  const [note, setNote] = useState("");
  const [asked, setAsked] = useState("");
  useEffect(() => {
    devices().then(
      setList,
      () => setNote("The list of devices is on the server. It shows when there is a connection."),
    );
  }, []);
  const drop = async (/** @type {Device} */ device) => {
    try {
      await revoke(device.id);
      setList((list ?? []).filter((other) => other !== device));
      toast(`${device.name} is signed out. What it had not synced stays on it.`);
    } catch (error) {
      toast(sentence(error));
    }
    setAsked("");
  };
  return html`
    <section>
      <h2 class="over">Devices</h2>
      ${note && html`<p class="muted after">${note}</p>`}
      <ul class="rows devices">
        ${list?.map((device) =>
          html`
            <li key=${device.id} class="row">
              <span>
                <span>${device.name}</span>
                <span class="facts">${device.current
                  ? "this one"
                  : `last seen ${seen(device.last_seen_ms)}`}</span>
              </span>
              ${!device.current && (asked === device.id
                ? html`<button type="button" class="text-button danger" onClick=${() =>
                  drop(device)}>Yes, sign it out</button>`
                : html`
                  <button type="button" class="text-button" aria-label=${`Sign out ${device.name}`}
                    onClick=${() => setAsked(device.id)}>Sign out</button>
                `)}
            </li>
          `
        )}
      </ul>
    </section>
  `;
}

/** For the owner: letting one more person in. */
export function Invite() {
  const [made, setMade] = useState(
    /** @type {{code: string, url: string, expires_ms: number} | null} */ (null),
  );
  const make = async () => {
    try {
      setMade(await invite());
    } catch (error) {
      toast(sentence(error));
    }
  };
  const share = async () => {
    if (!made) return;
    try {
      if (navigator.share) return await navigator.share({ title: "Midstance", url: made.url });
      await navigator.clipboard.writeText(made.url);
      toast("Link copied.");
    } catch {
      // Closing the share sheet is an answer, too.
    }
  };
  return html`
    <section class="section">
      <h2 class="over">Invite</h2>
      ${made
        ? html`
          <div class="panel">
            <p class="code">${made.url}</p>
            <p class="muted small">For one person, until ${seen(
              made.expires_ms,
            )}. It is shown only now.</p>
            <div class="actions">
              <${Button} onClick=${share}>${"share" in navigator ? "Share" : "Copy"}<//></div>
          </div>
        `
        : html`
          <p class="muted">
            This server lets people in by invite. One link is good for one account.
          </p>
          <div class="actions">
            <${Button} onClick=${make}>Make an invite<//></div>
        `}
    </section>
  `;
}

/** Everything as one file, and what the server would not take. */
export function Data() {
  const [parked, setParked] = useState(/** @type {import("../data/types.d.ts").Parked[]} */ ([]));
  useEffect(() => {
    attention().then(setParked, () => {});
  }, [revision.value, sync.value.attention]);
  return html`
    <section class="section">
      <h2 class="over">Your data</h2>
      ${parked.length > 0 && html`
        <div class="panel">
          <h3>${count(parked.length, "entry", "entries")} ${parked.length === 1
            ? "needs"
            : "need"} attention</h3>
          <p
            class="muted small">The server did not take ${parked.length === 1
              ? "it"
              : "them"}. Nothing is lost: they stay on this phone and are part of the export.</p>
          <ul class="rows">
            ${parked.map((it) =>
              html`
                <li key=${it.id} class="row">
                  <span><span>${capital(plain(it.entry.kind))}, ${dayName(
                    it.entry.day,
                    "short",
                  )}</span>
                  <span class="facts">${it.detail}</span></span>
                </li>
              `
            )}
          </ul>
        </div>
      `}
      <p class="muted">
        Everything you ever logged, as one file. Made on this phone, also without a network.
      </p>
      <div class="actions"><${Button} onClick=${save}>Export everything<//></div>
    </section>
  `;
}

async function save() {
  try {
    const url = URL.createObjectURL(await exportAll());
    const link = document.createElement("a");
    link.href = url;
    link.download = `midstance-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  } catch (error) {
    toast(sentence(error));
  }
}

/** @param {number} at epoch ms */
function seen(at) {
  return dayName(new Date(at).toISOString().slice(0, 10), "short");
}

/** @param {any} error */
function sentence(error) {
  return error.detail ?? String(error);
}

/** Settings: this phone, this account, and what belongs to both. */
import { html, useEffect, useState } from "../vendor/preact.js";
import {
  account,
  prefs,
  profile,
  savePrefs,
  saveProfile,
  signOut,
  sync,
  syncNow,
} from "../data/store.js";
import { navigate } from "../router.js";
import { count, dayName, time } from "../ui/format.js";
import { Button, ChipGroup, syncWord, toast } from "../ui/parts.js";
import { STEPS } from "../ui/profile_draft.js";
import { Data, Devices, Invite } from "../ui/settings_account.js";
import { Sound } from "../ui/settings_sound.js";

const LINKS = [
  { title: "Roadmap", href: "/roadmap" },
  { title: "Self-tests", href: "/tests" },
  { title: "Which program", href: "/program" },
];

const THEMES = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

export default function Settings() {
  return html`
    <div class="page">
      <header>
        <div class="eyebrow"><span>${account.value?.name}</span></div>
        <h1 tabindex="-1">Settings</h1>
      </header>
      <${Sync} />
      <section>
        <h2 class="over">Your program</h2>
        <ul class="rows">
          ${LINKS.map(({ title, href }) =>
            html`<${Link} key=${title} title=${title} href=${href} />`
          )}
        </ul>
      </section>
      <section>
        <h2 class="over">Your profile</h2>
        <ul class="rows">
          ${STEPS.map(({ title }, i) =>
            html`<${Link} key=${title} title=${title} href=${`/profile?step=${i + 1}`} />`
          )}
        </ul>
      </section>
      <section class="section">
        <h2 class="over">How it looks</h2>
        <${ChipGroup} legend="Theme" value=${prefs.value.theme} options=${THEMES}
          onChange=${(/** @type {"system" | "light" | "dark"} */ theme) => savePrefs({ theme })} />
        ${profile.value && html`
          <${ChipGroup} legend="Units" value=${profile.value.units} onChange=${setUnits}
            options=${[{ value: "kg", label: "kg, km" }, { value: "lb", label: "lb, mi" }]} />
        `}
      </section>
      <${Sound} />
      <${Devices} />
      ${account.value?.owner && html`<${Invite} />`}
      <${Data} />
      <${SignOut} />
      <${About} />
    </div>
  `;
}

/** @param {{title: string, href: string}} props */
function Link({ title, href }) {
  return html`
    <li>
      <a class="row slim" href=${href}><span>${title}</span><span class="muted"
        aria-hidden="true">›</span></a>
    </li>
  `;
}

/** Where everything logged is, and what to do when it is not on the server. */
function Sync() {
  const { state, message, last_ms, waiting } = sync.value;
  const text = {
    sign_in:
      "The sign-in has run out. Keep training: everything is stored here and goes up once you " +
      "sign in again.",
    offline: waiting ? "It goes to the server by itself when there is a network." : "",
    trouble: message ?? "",
  }[/** @type {string} */ (state)];
  return html`
    <section class="panel" data-state=${state}>
      <div class="row-field">
        <span class="pill" data-state=${state}>${syncWord(sync.value)}</span>
        ${state === "sign_in"
          ? html`<a class="button small primary" href="/welcome?sign=in">Sign in</a>`
          : html`<${Button} small onClick=${() => syncNow()}>Sync now<//>`}
      </div>
      ${text && html`<p>${text}</p>`}
      ${last_ms && html`<p class="muted small">Last synced ${lastTime(last_ms)}.</p>`}
    </section>
  `;
}

/** Signing out never deletes what only this phone has. */
function SignOut() {
  const [asked, setAsked] = useState(false);
  const { waiting_sets, waiting } = sync.value;
  const kept = waiting_sets ? count(waiting_sets, "set") : waiting ? count(waiting, "change") : "";
  const go = async () => {
    await signOut();
    toast(
      kept
        ? `Signed out. ${kept} stay on this phone and go up when you sign in again.`
        : "Signed out.",
    );
    navigate("/welcome?sign=in", { replace: true });
  };
  return html`
    <section class="section">
      <h2 class="over">Sign out</h2>
      <p class="muted">${kept
        ? `Not on the server yet: ${kept}. What is missing there stays on this phone and goes up ` +
          `when you sign in again as ${account.value?.name}.`
        : "Your journal stays on this phone, closed, until you sign in again."}</p>
      <div class="actions">
        ${asked
          ? html`<${Button} danger onClick=${go}>Yes, sign out<//><${Button} onClick=${() =>
            setAsked(false)}>Stay<//>`
          : html`<${Button} onClick=${() => setAsked(true)}>Sign out<//>`}
      </div>
    </section>
  `;
}

function About() {
  const release = import.meta.url.match(/\/a\/([^/]+)\//)?.[1] ?? "";
  const [persisted, setPersisted] = useState(/** @type {boolean | null} */ (null));
  useEffect(() => {
    navigator.storage?.persisted?.().then(setPersisted, () => {});
  }, []);
  return html`
    <section class="section">
      <h2 class="over">About</h2>
      <dl class="pairs">
        <div><dt>Version</dt><dd class="number">${release.slice(0, 8)}</dd></div>
        ${persisted !== null && html`
          <div>
            <dt>Storage on this device</dt>
            <dd>${persisted ? "kept" : "may be cleared by the browser"}</dd>
          </div>
        `}
      </dl>
      ${persisted === false && html`
        <p class="muted small">
          Browsers may clear a site that is not used for a while. Installed on the home screen it is
          safer, and everything synced is on the server. <a href="/connect">How to install</a>
        </p>
      `}
      <p class="muted small">
        General fitness information, not medical advice, and not a treatment for anything. Stop when
        something feels wrong, and see a clinician.
      </p>
    </section>
  `;
}

/** @param {"kg" | "lb"} units */
async function setUnits(units) {
  try {
    await saveProfile({ units });
  } catch (error) {
    toast(/** @type {any} */ (error).detail ?? String(error));
  }
}

/** @param {number} at epoch ms */
function lastTime(at) {
  const day = new Date(at).toISOString().slice(0, 10);
  const today = new Date().toISOString().slice(0, 10);
  return day === today ? `at ${time(at)}` : `on ${dayName(day, "short")}`;
}

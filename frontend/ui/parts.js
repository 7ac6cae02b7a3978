/** The pieces views are made of: buttons, choices, the sheet, toasts, the sync pill, the why. */
import { html, signal, useEffect, useId, useRef } from "../vendor/preact.js";

/** @typedef {import("../vendor/preact.js").VNode} VNode */
/** @typedef {{key: number, text: string, undo?: () => void}} Toast */

/**
 * A button; `primary` is the one action of the screen, `big` the one under the thumb.
 * @param {{children?: VNode, primary?: boolean, big?: boolean, small?: boolean, danger?: boolean} &
 *   Record<string, unknown>} props
 */
export function Button({ children, primary, big, small, danger, ...rest }) {
  const kinds = Object.entries({ primary, big, small, danger }).filter(([, on]) => on);
  return html`
    <button type="button" class=${["button", ...kinds.map(([kind]) => kind)].join(" ")} ...${rest}>
      ${children}
    </button>
  `;
}

/** A small fact. @param {{children?: VNode}} props */
export function Chip({ children }) {
  return html`<span class="chip">${children}</span>`;
}

/**
 * A bottom sheet. The dialog element keeps focus inside, closes on Escape and gives focus back.
 * @param {{title: string, onClose: () => void, children?: VNode, footer?: VNode, done?: string}}
 *   props
 */
export function Sheet({ title, onClose, children, footer, done = "Close" }) {
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const id = useId();
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const outside = (/** @type {MouseEvent} */ event) => event.target === dialog.current && onClose();
  return html`
    <dialog class="sheet" ref=${dialog} aria-labelledby=${id} onClose=${onClose}
      onClick=${outside}>
      <header>
        <h2 id=${id} tabindex="-1" autofocus>${title}</h2>
        <button type="button" class="text-button" onClick=${onClose}>${done}</button>
      </header>
      <div class="body">${children}</div>
      ${footer && html`<footer>${footer}</footer>`}
      <p class="unseen" role="status" aria-live="polite"></p>
    </dialog>
  `;
}

/**
 * One of a few, as radio buttons that look like buttons; `many` makes it some of many.
 * @param {{legend: string, options: {value: unknown, label: VNode, note?: string}[], value:
 *   unknown,
 *   onChange: (value: any) => void, many?: boolean, tall?: boolean, loose?: boolean,
 *   quiet?: boolean, hint?: string, steps?: number}} props `steps` lays numbers in one row
 */
export function ChipGroup(
  { legend, options, value, onChange, many, tall, loose, quiet, hint, steps },
) {
  const name = useId();
  const chosen = (/** @type {unknown} */ it) =>
    many ? /** @type {unknown[]} */ (value).includes(it) : value === it;
  const pick = (/** @type {unknown} */ it) => {
    if (!many) return onChange(it);
    const all = /** @type {unknown[]} */ (value);
    onChange(all.includes(it) ? all.filter((other) => other !== it) : [...all, it]);
  };
  const layout = steps
    ? "scale"
    : ["choices", tall && "tall", loose && "loose"].filter(Boolean).join(" ");
  return html`
    <fieldset class="field">
      <legend class=${quiet ? "unseen" : undefined}>${legend}</legend>
      ${hint && html`<small>${hint}</small>`}
      <div class=${layout} style=${steps && { "--steps": steps }}>
        ${options.map((option) =>
          html`
            <label class="choice" key=${option.value}>
              <input type=${many ? "checkbox" : "radio"} name=${name} checked=${chosen(
                option.value,
              )}
                onChange=${() => pick(option.value)} />
              <span>${option.label}</span>
              ${option.note && html`<small>${option.note}</small>`}
            </label>
          `
        )}
      </div>
    </fieldset>
  `;
}

/**
 * A number changed a step at a time.
 * @param {{label: string, value: number, min?: number, max?: number, step?: number,
 *   show?: (value: number) => string, onChange: (value: number) => void}} props
 */
export function Stepper(
  { label, value, min = 0, max = Infinity, step = 1, show = String, onChange },
) {
  const id = useId();
  const move = (/** @type {number} */ by) => onChange(Math.min(max, Math.max(min, value + by)));
  return html`
    <div class="row-field" role="group" aria-labelledby=${id}>
      <span id=${id}>${label}</span>
      <span class="stepper">
        <button type="button" aria-label=${`Less: ${label}`} disabled=${value <= min}
          onClick=${() => move(-step)}>${"\u2212"}</button>
        <output class="number">${show(value)}</output>
        <button type="button" aria-label=${`More: ${label}`} disabled=${value >= max}
          onClick=${() => move(step)}>+</button>
      </span>
    </div>
  `;
}

/**
 * Where what you logged is: always a word, with a color and a shape.
 * @param {{sync: import("../data/types.d.ts").SyncSignal}} props
 */
export function SyncPill({ sync }) {
  const word = syncWord(sync);
  // Keyed by its word: a new word replaces the old one instead of pushing it aside.
  return html`<a key=${word} class="pill" href="/settings"
    data-state=${sync.attention ? "trouble" : sync.state}>${word}</a>`;
}

/** @param {import("../data/types.d.ts").SyncSignal} sync */
export function syncWord({ state, waiting, waiting_sets, attention }) {
  if (attention) return `${attention}\u00a0${attention === 1 ? "entry needs" : "entries need"} a look`;
  const kept = waiting_sets
    ? `${waiting_sets}\u00a0${waiting_sets === 1 ? "set" : "sets"} to sync`
    : "saved on this phone";
  switch (state) {
    case "synced":
      return "all on the server";
    case "syncing":
      return "syncing";
    case "offline":
      return waiting_sets ? kept : waiting ? "offline, saved here" : "offline";
    case "sign_in":
      return "sign in to sync";
    case "trouble":
      return "sync needs a look";
    default:
      return kept;
  }
}

/**
 * Why, in one line, with all reasons a tap away.
 * @param {{lead: string, text: string, onAll?: () => void}} props
 */
export function ReasonLine({ lead, text, onAll }) {
  return html`
    <p class="why">
      ${lead && html`<b>${lead}</b> `}<span class="muted">${text}</span>${" "}
      ${onAll && html`<button type="button" class="inline" onClick=${onAll}>All reasons</button>`}
    </p>
  `;
}

/**
 * An exercise's figure in a square whose place is kept until it is drawn.
 * @param {{figure?: any}} props
 */
export function Thumb({ figure }) {
  const host = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    if (!figure) return;
    // Each in a task of its own: a list of ten figures holds up no tap.
    import("../figure/draw.js").then(
      ({ thumb }) => setTimeout(() => host.current?.replaceChildren(thumb(figure))),
      () => {},
    );
  }, [figure]);
  return html`<span class="thumb" aria-hidden="true" ref=${host}></span>`;
}

/** Nothing here yet, and what will be. @param {{title: string, children?: VNode}} props */
export function Empty({ title, children }) {
  return html`<div class="empty"><h2>${title}</h2>${children}</div>`;
}

/** @type {import("../vendor/preact.js").Signal<Toast[]>} */
const toasts = signal([]);
let toastKey = 0;

/**
 * Say what happened, with a way back while it shows.
 * @param {string} text
 * @param {{undo?: () => void}} [how]
 */
export function toast(text, { undo } = {}) {
  const key = ++toastKey;
  toasts.value = [...toasts.value.slice(-1), { key, text, undo }];
  announce(undo ? `${text} Undo is available.` : text);
  setTimeout(() => dismiss(key), undo ? 10000 : 5000);
}

/**
 * Speak to a screen reader without moving anything; under an open sheet, from within it: all else
 * is out of reach.
 * @param {string} text
 */
export function announce(text) {
  const live = [...document.querySelectorAll("dialog[open] > [aria-live]")].at(-1) ??
    document.getElementById("live");
  if (live) live.textContent = text;
}

/** Where toasts appear; the shell renders it once. */
export function Toasts() {
  return toasts.value.map(({ key, text, undo }) =>
    html`
      <div class="toast" key=${key}>
        <span>${text}</span>
        ${undo && html`<button type="button" onClick=${() => {
          dismiss(key);
          undo();
        }}>Undo</button>`}
      </div>
    `
  );
}

/** @param {number} key */
function dismiss(key) {
  toasts.value = toasts.value.filter((other) => other.key !== key);
}

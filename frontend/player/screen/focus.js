/** Focus that is never lost: where what had it is gone, it goes to what matters now. */
import { useEffect, useRef } from "../../vendor/preact.js";

/** Here something is to be read first. */
const READ_FIRST = new Set(["finish", "over", "discarded"]);

/** @param {string} phase */
export function useFocusKept(phase) {
  const held = useRef(/** @type {Element|null} */ (null));
  useEffect(() => {
    const note = (/** @type {FocusEvent} */ { target }) => {
      held.current = /** @type {Element} */ (target);
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  // A button may go with any change of the screen.
  useEffect(() => {
    const { activeElement, body } = document;
    const lost = held.current && !held.current.isConnected;
    if (lost && (!activeElement || activeElement === body)) goal(phase)?.focus();
  });
}

/** @param {string} phase @returns {HTMLElement|null} */
function goal(phase) {
  // Behind an open sheet nothing takes focus.
  const sheet = document.querySelector("dialog[open]");
  const main = READ_FIRST.has(phase) ? null : document.querySelector("[data-main]");
  return /** @type {HTMLElement|null} */ (
    sheet ? sheet.querySelector("h2") : main ?? document.querySelector("#app h1")
  );
}

/**
 * A figure that moves through its rep at the exercise's tempo; with reduced motion, its two ends.
 */
import { demonstration } from "../player/movement.js";
import { compile } from "../player/tempo.js";
import { html, useEffect, useRef } from "../vendor/preact.js";

/**
 * @param {{figure?: any, name: string, tempo?: string, starts?: "top" | "bottom",
 *   measure: import("../player/tempo.js").Measure, contact_s?: number}} props
 */
export function Figure({ figure, name, tempo, starts, measure, contact_s }) {
  const host = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    if (!figure) return;
    let gone = false;
    /** @type {import("../figure/draw.js").Living|undefined} */
    let living;
    import("../figure/draw.js").then(({ mountFigure, pair }) => {
      if (gone || !host.current) return;
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches || measure === "hold";
      if (still) return host.current.replaceChildren(pair(figure));
      living = mountFigure(host.current, figure);
      const timeline = compile({ measure, tempo, starts, contact_s, ready_s: 0 });
      living.play(demonstration(timeline), performance.now());
    }, () => {});
    return () => {
      gone = true;
      living?.destroy();
      host.current?.replaceChildren();
    };
  }, [figure]);
  return html`<div class="stage" role="img" aria-label=${name} ref=${host}></div>`;
}

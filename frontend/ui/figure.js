/**
 * A figure that moves through its rep at the exercise's tempo; with reduced motion, its two ends.
 */
import { html, useEffect, useRef } from "../vendor/preact.js";

const FAST_S = 0.6;
const REST_S = 0.8;

/**
 * @param {{figure?: any, name: string, tempo?: string, starts?: "top" | "bottom", measure: string,
 *   contact_s?: number}} props
 */
export function Figure({ figure, name, tempo, starts = "top", measure, contact_s }) {
  const host = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    if (!figure) return;
    let gone = false;
    let stop = () => {};
    import("../figure/draw.js").then(({ mountFigure, pair }) => {
      if (gone || !host.current) return;
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches || measure === "hold";
      if (still) return host.current.replaceChildren(pair(figure));
      const living = mountFigure(host.current, figure);
      stop = contact_s ? jump(living, contact_s) : move(living, phases(tempo, starts));
    }, () => {});
    return () => {
      gone = true;
      stop();
      host.current?.replaceChildren();
    };
  }, [figure]);
  return html`<div class="stage" role="img" aria-label=${name} ref=${host}></div>`;
}

/**
 * One rep as stretches of time between two positions.
 * @param {string | undefined} tempo
 * @param {string} starts
 */
function phases(tempo, starts) {
  const [lower, low, lift, high] = (tempo ?? "2-0-2-0")
    .split("-")
    .map((digit) => digit === "X" ? FAST_S : Number(digit));
  const down = [{ s: lower, from: 0, to: 1 }, { s: low, from: 1, to: 1 }];
  const up = [{ s: lift, from: 1, to: 2 }, { s: high + REST_S, from: 0, to: 0 }];
  return starts === "bottom" ? [...up, ...down] : [...down, ...up];
}

/**
 * Landing after landing; a figure of a jump counts them itself.
 * @param {{set: (position: number) => void, destroy: () => void}} living
 * @param {number} contact_s
 * @returns {() => void} stop and remove
 */
function jump(living, contact_s) {
  const begun = performance.now();
  let frame = requestAnimationFrame(function draw(now) {
    living.set(Math.max(0, now - begun) / 1000 / contact_s);
    frame = requestAnimationFrame(draw);
  });
  return () => {
    cancelAnimationFrame(frame);
    living.destroy();
  };
}

/**
 * @param {{set: (position: number) => void, destroy: () => void}} living
 * @param {{s: number, from: number, to: number}[]} rep
 * @returns {() => void} stop and remove
 */
function move(living, rep) {
  const total_s = rep.reduce((sum, { s }) => sum + s, 0);
  const begun = performance.now();
  let frame = requestAnimationFrame(function draw(now) {
    let t_s = ((now - begun) / 1000) % total_s;
    const phase = rep.find(({ s }) => t_s < s || (t_s -= s) < 0) ?? rep[0];
    const part = phase.s ? Math.max(0, Math.min(1, t_s / phase.s)) : 1;
    const soft = (1 - Math.cos(part * Math.PI)) / 2;
    living.set(phase.from + (phase.to - phase.from) * soft);
    frame = requestAnimationFrame(draw);
  });
  return () => {
    cancelAnimationFrame(frame);
    living.destroy();
  };
}

/**
 * The ring that is the rep: arcs as long as the phases, a dot per second, the figure inside. While a
 * set runs the browser turns it by itself, on the clock the sounds are placed by.
 */
import {
  html,
  useComputed,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "../../vendor/preact.js";
import { demonstration, movement } from "../movement.js";
import { headFrames, veiled, veilFrames } from "../ring_frames.js";
import { ringShape } from "../ring_shape.js";
import { phaseOf } from "../words.js";
import { lay } from "./ahead.js";

/** @typedef {import("../coach.js").Coach} Coach */
/** @typedef {import("../tempo.js").Timeline} Timeline */

const CENTER = 160;
const RADIUS = 146;
const DOTS_RADIUS = 127;
const ROUND = 2 * Math.PI * RADIUS;
/** Right and left: what the head has not come to yet lies under a veil, in two halves. */
const HALVES = /** @type {const} */ ([0, 1]);
/** The first laps over the second by a hair, so that no light comes through between them. */
const HALF_RING = [
  `M${CENTER} ${CENTER - RADIUS}A${RADIUS} ${RADIUS} 0 0 1 ${CENTER - 1.2} ${CENTER + RADIUS}`,
  `M${CENTER} ${CENTER + RADIUS}A${RADIUS} ${RADIUS} 0 0 1 ${CENTER} ${CENTER - RADIUS}`,
];
const CIRCLE = { cx: CENTER, cy: CENTER, r: RADIUS };
/** Round line ends and the space between arcs, in units of the ring. */
const GAP = 10;

/**
 * @param {{coach: Coach, figure?: unknown, side: import("../types.d.ts").Side, name: string}} props
 */
export function Ring({ coach, figure, side, name }) {
  // Reps differ once the pace is changed in the middle of a set.
  const rep = useComputed(() => coach.live.value.rep);
  const shape = useComputed(() => {
    const timeline = /** @type {Timeline} */ (coach.timeline());
    return JSON.stringify(ringShape(timeline, timeline.measure === "reps" ? rep.value : 1));
  });
  return html`
    <div class="ring" data-figure=${figure ? "" : undefined}>
      <${Face} key=${shape.value} coach=${coach} shape=${JSON.parse(shape.value)} />
      ${figure
        ? html`<${Runner} coach=${coach} figure=${figure} side=${side} name=${name} />`
        : html`<div class="stand"><${Center} coach=${coach} /></div>`}
    </div>`;
}

/** @param {{coach: Coach, shape: ReturnType<typeof ringShape>}} props */
function Face({ coach, shape: { arcs, dots } }) {
  const running = coach.running.value, timeline = coach.timeline();
  const head = useRef(/** @type {SVGSVGElement|null} */ (null));
  const veils = useRef(/** @type {(SVGSVGElement|null)[]} */ ([]));
  const spans = arcs.map(({ from, to }) => span(from, to, arcs.length === 1));
  useLayoutEffect(() => {
    if (!running) return stand(coach.standing(), head.current, veils.current);
    const moving = [
      lay(running, head.current, headFrames(running.timeline)),
      ...HALVES.map((half) => {
        return lay(running, veils.current[half], veilFrames(running.timeline, half));
      }),
    ];
    return () => moving.forEach((one) => one?.cancel());
  }, [running ?? timeline]);
  return html`
    <svg viewBox="0 0 320 320" aria-hidden="true">
      ${spans.map(({ from, length }, i) => html`
        <g key=${i} class="arc" data-kind=${phaseOf(arcs[i].type).kind}
          transform=${rotation(from / ROUND - 0.25)}>
          <circle ...${CIRCLE} stroke-dasharray=${`${length} ${ROUND}`} />
        </g>`)}
      ${dots.map((dot) => html`<circle key=${dot} class="dot" r="2.6" ...${onCircle(dot)} />`)}
    </svg>
    <span class="veil" aria-hidden="true">
      ${HALVES.map((half) => html`
        <span class="window" key=${half} data-end=${half === 1 ? "" : undefined}>
          <svg viewBox="0 0 320 320" ref=${(/** @type {SVGSVGElement|null} */ veil) => {
            veils.current[half] = veil;
          }}>
            <path d=${HALF_RING[half]} />
          </svg>
        </span>`)}
    </span>
    <svg ref=${head} viewBox="0 0 320 320" aria-hidden="true">
      <circle class="head" cx=${CENTER} cy=${CENTER - RADIUS} r="10" />
    </svg>`;
}

/**
 * The ring where no set runs: before one, in a pause, and where the pace has just changed.
 * @param {import("../tempo.js").Standing} standing
 * @param {SVGSVGElement|null} head
 * @param {(SVGSVGElement|null)[]} veils
 */
function stand({ turn }, head, veils) {
  if (head) head.style.transform = `rotate(${360 * turn}deg)`;
  for (const half of HALVES) {
    const veil = veils[half], { transform, opacity } = veiled(turn, half);
    if (veil) Object.assign(veil.style, { transform, opacity: String(opacity) });
  }
}

/** Without a figure the ring says the phase itself. @param {{coach: Coach}} props */
function Center({ coach }) {
  const { type } = coach.live.value;
  const { kind, word } = phaseOf(type);
  return html`
    <span class="center" data-kind=${kind} aria-hidden="true"><i class="shape"></i>${word}</span>`;
}

/**
 * The drawn runner, fetched when first needed; still, start beside end, under reduced motion.
 * @param {{coach: Coach, figure: unknown, side: import("../types.d.ts").Side, name: string}} props
 */
function Runner({ coach, figure, side, name }) {
  const host = useRef(/** @type {HTMLElement|null} */ (null));
  const living = useRef(/** @type {import("../../figure/draw.js").Living|null} */ (null));
  const [mounted, setMounted] = useState(0);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const running = coach.running.value;
  const { phase } = coach.state.value;
  const timeline = coach.timeline();
  useEffect(() => {
    let wanted = true;
    /** @type {(() => void)|undefined} */
    let remove;
    import("../../figure/draw.js").then(({ mountFigure, pair }) => {
      if (!wanted || !host.current) return;
      if (still) {
        const ends = pair(/** @type {any} */ (figure), side);
        host.current.append(ends);
        remove = () => ends.remove();
      } else {
        living.current = mountFigure(host.current, /** @type {any} */ (figure));
        remove = living.current.destroy;
      }
      setMounted((n) => n + 1);
    }, () => {});
    return () => {
      wanted = false;
      living.current = null;
      remove?.();
    };
  }, [figure, still, still && side]);
  useEffect(() => {
    const drawn = living.current;
    if (!drawn || !timeline) return;
    drawn.set(coach.standing().position, side);
    if (running) drawn.play(movement(running.timeline), running.zero_ms);
    else if (phase === "ready") drawn.play(demonstration(timeline), performance.now());
  }, [coach, mounted, side, running ?? timeline, phase]);
  return html`<div class="stand" ref=${host} role="img" aria-label=${`${name}, drawn`}></div>`;
}

/**
 * An arc less the room for its round ends.
 * @param {number} from
 * @param {number} to
 * @param {boolean} whole
 */
function span(from, to, whole) {
  const gap = whole ? 0 : GAP + 8;
  return { from: from * ROUND + gap / 2, length: Math.max(1, (to - from) * ROUND - gap) };
}

/** @param {number} turn */
function rotation(turn) {
  return `rotate(${(turn * 360).toFixed(2)} ${CENTER} ${CENTER})`;
}

/** @param {number} turn */
function onCircle(turn) {
  const angle = turn * 2 * Math.PI - Math.PI / 2;
  return {
    cx: (CENTER + DOTS_RADIUS * Math.cos(angle)).toFixed(1),
    cy: (CENTER + DOTS_RADIUS * Math.sin(angle)).toFixed(1),
  };
}

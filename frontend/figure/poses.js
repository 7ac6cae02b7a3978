/** A figure's key poses written out whole, and the pose at any position between two of them. */

/**
 * @typedef {import("./types.d.ts").Figure} Figure
 * @typedef {import("./types.d.ts").Pose} Pose
 */

const SIDES = /** @type {const} */ (["near", "far"]);

/** @type {Pose} */
const STANDING = {
  position: 0,
  at: [0, 0],
  trunk: 0,
  near_leg: { thigh: 0, shank: 0 },
  near_arm: { upper: 0, fore: 8 },
};

/**
 * Every pose written out whole, so that two of them can be blended; a jump's round is closed, and so
 * is a rep that goes back another way, at position 2.
 * @param {Figure} figure
 * @returns {Pose[]}
 */
export function complete(figure) {
  let before = STANDING;
  const back = (figure.back ?? []).map((pose) => ({ ...pose, position: 2 - pose.position }));
  const poses = [...figure.poses, ...back].map((pose) => {
    const whole = { ...before, flight: false, cut: false, ...pose };
    for (const side of SIDES) {
      for (const limb of /** @type {const} */ (["leg", "arm"])) {
        const name = /** @type {const} */ (`${side}_${limb}`);
        const given = pose[name];
        if (given) whole[name] = { ...(before === STANDING ? {} : before[name]), ...given };
      }
    }
    before = whole;
    return whole;
  });
  if (back.length) return [...poses, { ...poses[0], position: 2 }];
  return figure.loop ? round(figure, poses) : poses;
}

/**
 * The pose at a position: one of the key poses, or what lies between two of them. From 1 to 2 a rep
 * goes back to where it began.
 * @param {Figure} figure
 * @param {number} position
 * @param {Pose[]} [poses]
 * @returns {Pose}
 */
export function poseAt(figure, position, poses = complete(figure)) {
  const { a, b, t } = stretch(figure, position, poses);
  if (b.cut) return t < 0.5 ? a : b;
  // A thrown body slows on its way up and gathers speed on its way down.
  const rise = a.flight === b.flight ? t : b.flight ? t * (2 - t) : t * t;
  return blend(a, b, t, rise);
}

/**
 * Where a position lies among the key poses: a rep without a way of its own goes back the same one,
 * a jump's round comes again and again.
 * @param {Figure} figure
 * @param {number} position
 */
export function along(figure, position) {
  if (figure.loop) return position % span(figure);
  return figure.back?.length || position <= 1 ? position : Math.max(0, 2 - position);
}

/** How far positions go before the picture repeats. @param {Figure} figure */
export function span({ loop, back }) {
  return loop === "sides" || back?.length ? 2 : 1;
}

/**
 * How much of the runner is seen, 0 to 1: less while walking back unseen to where a jump begins.
 * @param {Figure} figure
 * @param {number} position
 * @param {Pose[]} [poses]
 */
export function seen(figure, position, poses = complete(figure)) {
  const { b, t } = stretch(figure, position, poses);
  return b.cut ? Math.abs(2 * t - 1) : 1;
}

/**
 * After the last landing pose the first follows again, or the same with the sides exchanged.
 * @param {Figure} figure
 * @param {Pose[]} poses
 * @returns {Pose[]}
 */
function round({ loop, view }, poses) {
  const named = poses.map((pose) => ({
    ...pose,
    far_leg: pose.far_leg ?? pose.near_leg,
    far_arm: pose.far_arm ?? pose.near_arm,
  }));
  const others = loop === "sides" ? named.map((pose) => exchanged(pose, view === "front")) : [];
  return [...named, ...others, { ...named[0], position: others.length ? 2 : 1 }];
}

/**
 * @param {Pose} pose
 * @param {boolean} mirrored seen from the front, the sides are also left and right
 * @returns {Pose}
 */
function exchanged(pose, mirrored) {
  const { near_leg, far_leg, near_arm, far_arm } = pose;
  const swapped = {
    ...pose,
    position: pose.position + 1,
    near_leg: far_leg,
    far_leg: near_leg,
    near_arm: far_arm,
    far_arm: near_arm,
  };
  return mirrored ? mirror(swapped, ["trunk", "head", "pelvis"]) : swapped;
}

/**
 * A pose or limb with its points and the named angles on the other side of the midline.
 * @template {object} T
 * @param {T} part
 * @param {string[]} angles
 * @returns {T}
 */
function mirror(part, angles) {
  const entries = Object.entries(part).map(([key, value]) => {
    if (Array.isArray(value)) return [key, [-value[0], value[1]]];
    if (typeof value === "object") return [key, mirror(value, [])];
    return [key, angles.includes(key) ? -value : value];
  });
  return Object.fromEntries(entries);
}

/**
 * The two poses around a position, and how far it is from the one to the other.
 * @param {Figure} figure
 * @param {number} position
 * @param {Pose[]} poses
 */
function stretch(figure, position, poses) {
  const at = along(figure, position);
  const next = poses.findIndex((pose) => pose.position >= at);
  const only = poses.at(Math.min(next, 0)) ?? STANDING;
  if (next < 1) return { a: only, b: only, t: 0 };
  const [a, b] = [poses[next - 1], poses[next]];
  return { a, b, t: (at - a.position) / (b.position - a.position) };
}

/**
 * Numbers between `a` and `b`, in values of any one shape; what is no number stays as in `a`.
 * @param {any} a
 * @param {any} b
 * @param {number} t
 * @param {number} rise `t` for heights
 * @returns {any}
 */
function blend(a, b, t, rise) {
  if (typeof a === "number") return a + (b - a) * t;
  if (Array.isArray(a)) return [blend(a[0], b[0], t, rise), blend(a[1], b[1], rise, rise)];
  if (typeof a !== "object") return a;
  /** @type {Record<string, unknown>} */
  const between = {};
  for (const key in a) between[key] = key in b ? blend(a[key], b[key], t, rise) : a[key];
  return between;
}

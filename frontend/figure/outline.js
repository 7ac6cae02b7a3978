/** Outlines as SVG path data: rows of circles under one skin, in hundredths of a body height. */

/** Circles [x, y, radius], in body heights. @typedef {number[][]} Row */

/**
 * The common outline of a row of circles.
 * @param {Row} row
 * @param {boolean} [closed] the row is a ring around something filled
 */
export function path(row, closed = false) {
  if (row.length < 2) return circle(row[0][0], row[0][1], row[0][2]);
  const pairs = row.slice(1).map((to, i) => capsule(row[i], to)).join("");
  if (!closed) return pairs;
  const middle = row.map(([x, y]) => at(x, y)).join("L");
  return `${pairs}${capsule(row[row.length - 1], row[0])}M${middle}z`;
}

/** @param {number} x @param {number} y @param {number} r */
export function circle(x, y, r) {
  return `M${at(x + r, y)}${arc(r, 1)}${at(x - r, y)}${arc(r, 1)}${at(x + r, y)}z`;
}

/**
 * A box with round corners.
 * @param {number} left
 * @param {number} bottom
 * @param {number} right
 * @param {number} top
 * @param {number} [round]
 */
export function rect(left, bottom, right, top, round = 0.006) {
  const [l, b, r, t] = [left + round, bottom + round, right - round, top - round];
  return path([[l, b, round], [l, t, round], [r, t, round], [r, b, round]], true);
}

/**
 * Two circles and their outer tangents.
 * @param {number[]} a
 * @param {number[]} b
 */
function capsule([ax, ay, ar], [bx, by, br]) {
  const turn = Math.atan2(by - ay, bx - ax);
  const open = Math.acos((ar - br) / Math.hypot(bx - ax, by - ay));
  /** @param {number} angle @param {number} x @param {number} y @param {number} r */
  const on = (angle, x, y, r) => at(x + Math.cos(angle) * r, y + Math.sin(angle) * r);
  const [up, down, wide] = [turn + open, turn - open, open > Math.PI / 2 ? 1 : 0];
  return `M${on(up, ax, ay, ar)}L${on(up, bx, by, br)}${arc(br, wide)}${on(down, bx, by, br)}` +
    `L${on(down, ax, ay, ar)}${arc(ar, 1 - wide)}${on(up, ax, ay, ar)}z`;
}

/** @param {number} r @param {number} large */
function arc(r, large) {
  return `A${hundredths(r)} ${hundredths(r)} 0 ${large} 0 `;
}

/** @param {number} x @param {number} y */
function at(x, y) {
  return `${hundredths(x)} ${hundredths(y)}`;
}

/** @param {number} value */
function hundredths(value) {
  return Math.round(value * 1e4) / 100;
}

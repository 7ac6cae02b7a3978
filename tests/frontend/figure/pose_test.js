/// <reference lib="deno.ns" />
/** How a pose is read: what is left out, what is planted, what lies between two poses. */

import { solve } from "../../../frontend/figure/pose.js";
import { complete, seen } from "../../../frontend/figure/poses.js";
import { distance } from "./measure.js";

Deno.test("a pose takes what it leaves out from the one before", () => {
  const [first, second] = complete({
    view: "side",
    poses: [
      { position: 0, trunk: 10, near_leg: { thigh: 20, shank: -5 } },
      { position: 1, near_leg: { thigh: 60 } },
    ],
  });
  equal(second, { ...first, position: 1, near_leg: { thigh: 60, shank: -5 } });
});

Deno.test("the far leg does what the near one does until it is named", () => {
  const poses = [{ position: 0, near_leg: { thigh: 40, shank: -20 } }];
  const alike = solve({ view: "side", poses }, 0);
  equal(alike.far_knee, alike.near_knee);
  const apart = solve({ view: "side", poses: [{ ...poses[0], far_leg: { thigh: 0 } }] }, 0);
  ok(apart.far_knee[0] < apart.near_knee[0], "the far knee should be behind");
});

Deno.test("a heel rises about the ball of a foot that stays", () => {
  const poses = [
    { position: 0, near_leg: { foot: 50 } },
    { position: 1, near_leg: { foot: 90 } },
  ];
  const [up, down] = [0, 1].map((position) => solve({ view: "side", poses }, position));
  ok(distance(up.near_ball, down.near_ball) < 1e-9, "the ball moved");
  ok(distance(up.near_toe, down.near_toe) < 1e-9, "the toe moved");
  ok(up.near_heel[1] > down.near_heel[1] + 0.05, "the heel stayed down");
});

/** @type {import("../../../frontend/figure/types.d.ts").Figure} */
const HOP = {
  view: "side",
  loop: "same",
  poses: [{ position: 0, at: [0, 0] }, { position: 0.5, at: [0, 0.2], flight: true }],
};

Deno.test("a jump comes back to its landing, landing after landing", () => {
  equal(solve(HOP, 1), solve(HOP, 0));
  equal(solve(HOP, 7.25), solve(HOP, 0.25));
});

Deno.test("a body in flight covers three quarters of its way up in half of the time", () => {
  const height = (/** @type {number} */ position) =>
    solve(HOP, position).near_ball[1] - solve(HOP, 0).near_ball[1];
  ok(Math.abs(height(0.25) - 0.15) < 1e-9, "it should slow on its way up");
  ok(Math.abs(height(0.75) - 0.15) < 1e-9, "it should gather speed on its way down");
});

Deno.test("after a landing with sides exchanged the far limbs do what the near ones did", () => {
  const legs = { near_leg: { thigh: 60, shank: 0 }, far_leg: { thigh: -20, shank: -40 } };
  const arms = { near_arm: { upper: -30, fore: 20 }, far_arm: { upper: 30, fore: 90 } };
  for (const view of /** @type {const} */ (["side", "front"])) {
    const poses = [
      { position: 0, trunk: 5, ...legs, ...arms },
      { position: 0.5, near_leg: { thigh: 10 } },
    ];
    const figure = { view, loop: /** @type {const} */ ("sides"), root: "hip", poses };
    for (const position of [0, 0.3, 0.5]) {
      const [one, other] = [solve(figure, position), solve(figure, position + 1)];
      const sign = view === "front" ? -1 : 1;
      for (const joint of ["knee", "toe", "elbow", "palm"]) {
        const [[x, y], [u, v]] = [one[`near_${joint}`], other[`far_${joint}`]];
        ok(Math.hypot(x - sign * u, y - v) < 1e-9, `${view}: ${joint} at ${position}`);
      }
    }
    equal(solve(figure, 2), solve(figure, 0));
  }
});

Deno.test("who walks back unseen is gone halfway, and never between two places", () => {
  /** @type {typeof HOP} */
  const figure = {
    ...HOP,
    poses: [...HOP.poses, { position: 0.6 }, { position: 0.8, at: [-0.5, 0], cut: true }],
  };
  equal([0.6, 0.7, 0.8].map((position) => Math.round(seen(figure, position))), [1, 0, 1]);
  const places = [0.61, 0.69, 0.71, 0.79].map((position) =>
    Math.round(solve(figure, position).near_ball[0] * 10)
  );
  equal(places, [0, 0, -5, -5]);
});

/** @param {unknown} got @param {unknown} want */
function equal(got, want) {
  const [a, b] = [JSON.stringify(got), JSON.stringify(want)];
  if (a !== b) throw new Error(`${a} is not ${b}`);
}

/** @param {boolean} fine @param {string} says */
function ok(fine, says) {
  if (!fine) throw new Error(says);
}

Deno.test("a rep goes back as it came, or by poses of its own", () => {
  /** @type {import("../../../frontend/figure/types.d.ts").Figure} */
  const squat = {
    view: "side",
    poses: [{ position: 0, trunk: 0 }, { position: 1, trunk: 40, near_leg: { thigh: 60 } }],
  };
  equal(solve(squat, 1.25), solve(squat, 0.75));
  const other = { ...squat, back: [{ position: 0.5, trunk: 0 }] };
  equal(solve(other, 1), solve(squat, 1));
  ok(distance(solve(other, 1.5).hip, solve(squat, 0.5).hip) > 0.05, "it took the same way");
  equal(solve(other, 2), solve(other, 0));
});

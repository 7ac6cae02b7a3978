/// <reference lib="deno.ns" />
/** How a pose is read: what is left out, what is planted, what lies between two poses. */

import { complete, solve } from "../../../frontend/figure/pose.js";
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

/** @param {unknown} got @param {unknown} want */
function equal(got, want) {
  const [a, b] = [JSON.stringify(got), JSON.stringify(want)];
  if (a !== b) throw new Error(`${a} is not ${b}`);
}

/** @param {boolean} fine @param {string} says */
function ok(fine, says) {
  if (!fine) throw new Error(says);
}

/** The choices of the log card against what the journal keeps of them. */
import { RESERVE, reserveOf } from "../../../frontend/player/words.js";
import { equal } from "./expect.js";

Deno.test("every number of reps in reserve falls under one choice, and none says more than was", () => {
  equal([0, 3, 4, 5, 6, 10].map(reserveOf), [0, 3, 4, 4, 6, 6]);
  equal(RESERVE.map(({ label }) => label), ["0", "1", "2", "3", "4–5", "6+"]);
});

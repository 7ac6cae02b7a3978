/// <reference lib="deno.ns" />
/** Which page an address names. */
import { match } from "../../../frontend/router.js";
import { equal } from "./expect.js";

Deno.test("the root is today", () => equal(match("/"), { name: "today", params: {} }));

Deno.test("a trailing slash changes nothing", () => equal(match("/history/").name, "history"));

Deno.test("an exercise brings its slug", () =>
  equal(match("/exercises/split-squat"), { name: "exercise", params: { slug: "split-squat" } }));

Deno.test("a past session is not the list of sessions", () =>
  equal(match("/history/0192"), { name: "past", params: { session: "0192" } }));

Deno.test("an address deeper than any page is missing", () =>
  equal(match("/history/1/2").name, "missing"));

Deno.test("a broken escape in a typed address is no crash", () =>
  equal(match("/exercises/%E0%A4%A").params.slug, "%E0%A4%A"));

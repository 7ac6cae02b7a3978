/// <reference lib="deno.ns" />
/** Every pair of colors that meets on the screen can be read, in both themes. */
import { equal } from "./expect.js";

const css = await Deno.readTextFile(new URL("../../../frontend/css/tokens.css", import.meta.url));
const [dark, lightBySystem, lightByChoice] = [
  block(":root {"),
  block(':root:not([data-theme="dark"]) {'),
  block(':root[data-theme="light"] {'),
];
const themes = { dark, light: { ...dark, ...lightByChoice } };

const GROUNDS = ["ground", "surface", "raised"];
const TEXT = ["text", "muted", "lower", "pause", "lift", "danger", "warn", "muscle"];

for (const [theme, colors] of Object.entries(themes)) {
  for (const ground of GROUNDS) {
    for (const ink of TEXT) {
      Deno.test(`${ink} on ${ground} reads in the ${theme} theme`, () =>
        atLeast(4.5, colors[ink], colors[ground]));
    }
    Deno.test(`numerals on ${ground} reach 7:1 in the ${theme} theme`, () =>
      atLeast(7, colors.text, colors[ground]));
    Deno.test(`the edge of a field shows on ${ground} in the ${theme} theme`, () =>
      atLeast(3, colors.edge, colors[ground]));
  }
  Deno.test(`the one big action reads at 7:1 in the ${theme} theme`, () =>
    atLeast(7, colors["on-accent"], colors.lift));
  Deno.test(`an inverted chip reads in the ${theme} theme`, () =>
    atLeast(7, colors.ground, colors.text));
}

Deno.test("light by the system and light by choice are the same light", () =>
  equal(lightBySystem, lightByChoice));

Deno.test("the light theme answers for every color of the dark one", () => {
  const alone = Object.keys(dark).filter((name) => !(name in lightByChoice));
  equal(alone, []);
});

/**
 * The colors that one rule of the file names.
 * @param {string} start
 * @returns {Record<string, string>}
 */
function block(start) {
  const from = css.indexOf(start);
  const body = css.slice(from, css.indexOf("}", from));
  const found = [...body.matchAll(/--([\w-]+): (oklch\([^/)]*\))/g)];
  if (found.length < 10) throw new Error(`too few colors after ${start}`);
  return Object.fromEntries(found.map(([, name, value]) => [name, value]));
}

/** @param {number} wanted @param {string} one @param {string} other */
function atLeast(wanted, one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  const ratio = (high + 0.05) / (low + 0.05);
  if (ratio < wanted) throw new Error(`${one} on ${other} is ${ratio.toFixed(2)}, below ${wanted}`);
}

/** WCAG relative luminance of an OKLCH color, clipped to sRGB. @param {string} color */
function luminance(color) {
  const [L, C, H] = color.slice(6, -1).split(" ").map(Number);
  const [a, b] = [C * Math.cos(H * Math.PI / 180), C * Math.sin(H * Math.PI / 180)];
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const [red, green, blue] = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((channel) => Math.min(1, Math.max(0, channel)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

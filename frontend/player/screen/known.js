/** What this phone knows about exercises, loads and the runner, as the player's screens ask it. */
import * as store from "../../data/store.js";
import { loadChoices } from "../loads.js";

/** @typedef {import("../types.d.ts").Active} Active */

/**
 * Everything the catalog knows of an exercise; of the pack alone, its name.
 * @param {string|undefined} slug
 * @returns {any}
 */
export function exerciseOf(slug) {
  const brief = slug ? store.pack.value?.exercises?.[slug] : null;
  const full = store.catalog.value.find((/** @type {{slug: string}} */ it) => it.slug === slug);
  return { name: slug?.replaceAll("-", " ") ?? "", ...brief, ...full };
}

/** @param {string} slug @returns {string} */
export const nameOf = (slug) => exerciseOf(slug).name;

/** The loads the present item can be done with. @param {Active} state @param {"kg"|"lb"} units */
export function loadsOf(state, units) {
  const { item: number } = state.at;
  const item = state.workout.items[number];
  const needs = (exerciseOf(item.exercise).equipment ?? [])
    .find((/** @type {{load: string}} */ one) => one.load === item.load)?.needs ?? [];
  return loadChoices(item, placeOf(state, number), rungs(state, number), units, needs);
}

/**
 * What a swap in an item's slot is chosen by.
 * @param {Active} state
 * @param {number} number
 */
export function swapsGiven(state, number) {
  const catalog = store.catalog.value
    .map((/** @type {{slug: string}} */ one) => [one.slug, one]);
  return {
    rungs: rungs(state, number),
    exercises: { ...store.pack.value?.exercises, ...Object.fromEntries(catalog) },
    place: placeOf(state, number),
    sore: sore(state),
    avoid: avoided(),
  };
}

/** Regions that hurt now: in this session's sets, or as the check-in says. @param {Active} state */
function sore({ logged }) {
  const { pain = {} } = store.checkin.value ?? {};
  const said = Object.entries(pain).filter(([, level]) => Number(level) > 0).map(([one]) => one);
  const felt = logged.flatMap(({ draft }) => draft.pain_region ?? []);
  return [...new Set([...said, ...felt])];
}

/** Regions that nothing may load today. */
function avoided() {
  /** @type {{region: string, what: string}[]} */
  const blocked = store.today.value?.readiness?.blocked ?? [];
  return blocked.flatMap(({ region, what }) => what === "all" || what === "load" ? [region] : []);
}

/** What there is to train with. @param {Active} state @param {number} number */
function placeOf(state, number) {
  const place = state.workout.items[number].place ?? state.place;
  return store.profile.value?.equipment?.[place] ?? {};
}

/** @param {Active} state @param {number} number */
function rungs(state, number) {
  const { slot, place = state.place } = state.workout.items[number];
  return store.pack.value?.ladders?.[slot]?.[place]?.rungs ?? [];
}

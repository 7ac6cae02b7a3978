/** What a rule rests on, from the short keys of the policy to words. Pure. */

/**
 * "science 3.6, Plo" → "Science notes, part 3.6. Plotkin, PeerJ 2022"; "D" is our own default.
 * @param {string} source keys separated by commas
 * @param {Record<string, string>} sources published work by key
 */
export function sourceWords(source, sources) {
  return source.split(",").map((key) => word(key.trim(), sources)).join(". ");
}

/** @param {string} key @param {Record<string, string>} sources */
function word(key, sources) {
  if (key === "D") return "Our own default, where studies give no number";
  if (key.startsWith("science ")) return `Science notes, part ${key.slice(8)}`;
  return sources[key] ?? key;
}

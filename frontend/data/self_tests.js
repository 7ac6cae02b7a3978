/** Self-tests: what is due, what was measured on each side, how the sides compare. Pure. */

/** @typedef {import("./types.d.ts").Record_} Record_ */
/** @typedef {import("../ui/gate.js").Test} Test */
/** @typedef {import("../ui/gate.js").Line} Line */
/** @typedef {"left" | "right" | "both"} Side */
/**
 * What was measured on one day; a side not measured is absent.
 * @typedef {{day: string, left?: number, right?: number, both?: number, pain?: number,
 *   records: Record_[]}} Result
 */
/** @typedef {{sex?: string, birth_year?: number}} Runner */
/**
 * What the plan knows of a test.
 * @typedef {{test: string, due: boolean, reasons: any[]}} Measured
 */
/** @typedef {{test: Test, reasons: any[]}} Due */

/**
 * The results of a test by day, newest first; of one side's values of a day the last one counts.
 * @param {Record_[]} assessments
 * @param {string} key
 * @returns {Result[]}
 */
export function results(assessments, key) {
  /** @type {Map<string, Result>} */
  const days = new Map();
  const own = assessments.filter(({ set }) => set.test === key && typeof set.value === "number");
  for (const one of own.toSorted((a, b) => a.at < b.at ? -1 : 1)) {
    const result = days.get(one.day) ?? { day: one.day, records: [] };
    result[/** @type {Side} */ (one.set.side ?? "both")] = one.set.value;
    result.records.push(one);
    if (one.set.pain) result.pain = Math.max(result.pain ?? 0, one.set.pain);
    days.set(one.day, result);
  }
  return [...days.values()].sort((a, b) => a.day < b.day ? 1 : -1);
}

/**
 * The weaker side in percent of the stronger; undefined until both are measured.
 * @param {Result | undefined} result
 * @param {Test} test
 * @returns {{percent: number, weaker: "left" | "right" | null, apart: number} | undefined}
 */
export function sides(result, test) {
  if (result?.left === undefined || result.right === undefined) return undefined;
  const { left, right } = result;
  const [low, high] = [Math.min(left, right), Math.max(left, right)];
  const weaker = left === right
    ? null
    : (left < right) === (test.good !== "less")
    ? "left"
    : "right";
  return { percent: high ? Math.round(100 * low / high) : 100, weaker, apart: high - low };
}

/**
 * What is usual for the runner's age and sex; undefined where one of them is not known.
 * @param {Test} test
 * @param {Runner} runner
 * @param {string} day
 * @returns {{value: number, decade: number, sex: string} | undefined}
 */
export function norm(test, { sex, birth_year }, day) {
  const table = test.norms?.[sex ?? ""];
  if (!table || !birth_year) return undefined;
  const age = Number(day.slice(0, 4)) - birth_year;
  const decades = Object.keys(table).map(Number).sort((a, b) => a - b);
  const decade = decades.findLast((from) => from <= age) ?? decades[0];
  return { value: table[decade], decade, sex: /** @type {string} */ (sex) };
}

/**
 * The tests worth taking now, each with why: those the plan asks for and this phone has not taken
 * since.
 * @param {{day: string, tests?: Test[], measured?: Measured[]}} pack
 * @param {Record_[]} assessments
 * @returns {Due[]}
 */
export function due({ day, tests = [], measured = [] }, assessments) {
  return measured.flatMap(({ test: key, due, reasons }) => {
    const test = tests.find((one) => one.key === key);
    if (!due || !test) return [];
    const [last] = results(assessments, key);
    const taken = last && last.day >= day && whole(last, test);
    return taken ? [] : [{ test, reasons }];
  });
}

/** Whether every side was measured. @param {Result} result @param {Test} test */
export function whole(result, test) {
  return test.sides === "each"
    ? result.left !== undefined && result.right !== undefined
    : result.both !== undefined;
}

/** Minutes that so many tests take, rest between the sides included. @param {number} count */
export function minutesFor(count) {
  return Math.max(1, Math.round(count * 1.5));
}

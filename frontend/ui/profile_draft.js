/**
 * The profile while it is being filled in: where it starts, what a step still misses, what is
 * saved. Pure.
 */

/** @typedef {Record<string, any>} Draft */

/** Asked in our own words; any yes means: talk to a clinician first. */
export const QUESTIONS = [
  { key: "heart_condition", text: "A doctor has told me that I have a heart condition." },
  { key: "chest_pain_active", text: "My chest hurts or feels tight when I exert myself." },
  { key: "chest_pain_rest", text: "In the past month my chest hurt while I was resting." },
  { key: "dizziness", text: "I get dizzy and lose balance, or I have passed out." },
  { key: "bone_or_joint", text: "A bone, joint or tendon problem could get worse when I load it." },
  { key: "medication", text: "I take medicine for blood pressure or for my heart." },
  { key: "other_reason", text: "I know of another reason why I should not exert myself." },
  {
    key: "pregnancy_or_surgery",
    text: "I am pregnant, or gave birth or had surgery in the past six months.",
  },
];

export const STEPS = [
  { title: "Your health", short: "Health" },
  { title: "Your experience", short: "Experience" },
  { title: "Your running week", short: "Running" },
  { title: "Your time", short: "Time" },
  { title: "Your equipment", short: "Equipment" },
];

const STACK_KG = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 90, 100, 120, 140, 160];
const STACK_LB = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 120, 140, 160, 180, 200, 250, 300, 350];
const LB = 453.59237;
const MACHINES = [
  "machine_leg_press",
  "machine_leg_curl",
  "machine_knee_extension",
  "machine_calf",
];

/**
 * An empty draft, or one that begins with what is already saved.
 * @param {Draft | null} profile
 * @returns {Draft}
 */
export function begin(profile) {
  return {
    units: "kg",
    run_days: [],
    long_run_day: null,
    quality_days: [],
    weekly_distance_m: null,
    race_day: null,
    minutes: 45,
    default_place: "home",
    equipment: { home: emptyPlace() },
    ...profile,
    health: profile?.screening
      ? {
        answers: profile.screening.answers ?? {},
        none: none(profile.screening.answers),
        acknowledged: profile.screening.cleared,
        adult: true,
      }
      : { answers: {}, none: false, acknowledged: false, adult: false },
  };
}

/** A place with nothing but a floor and a wall. */
export function emptyPlace() {
  return {
    dumbbells_g: [],
    kettlebells_g: [],
    barbell: null,
    backpack_g: [],
    bands: 0,
    items: ["chair"],
  };
}

/** What most gyms have, in the weights their rack is marked with. @param {"kg" | "lb"} units */
export function standardGym(units) {
  const [weights, bells, bar, plates, stack] = units === "lb"
    ? [steps(5, 70, 5), [20, 25, 35, 45, 55], 45, [2.5, 5, 10, 25, 35, 45], STACK_LB]
    : [steps(2, 30, 2), [8, 12, 16, 20, 24], 20, [1.25, 2.5, 5, 10, 15, 20], STACK_KG];
  const grams = (/** @type {number[]} */ list) =>
    list.map((it) => Math.round(it * (units === "lb" ? LB : 1000)));
  return {
    dumbbells_g: grams(weights),
    kettlebells_g: grams(bells),
    barbell: { bar_g: grams([bar])[0], plates_g: grams(plates) },
    backpack_g: [],
    bands: 3,
    items: ["chair", "step", "towel", "rope", ...MACHINES],
    stack_g: Object.fromEntries(MACHINES.map((machine) => [machine, grams(stack)])),
  };
}

/**
 * What a step still needs before the next, as a sentence; "" when it is complete.
 * @param {Draft} draft
 * @param {number} step 1-5
 */
export function missing(draft, step) {
  if (step === 1) {
    const { answers, none, acknowledged, adult } = draft.health;
    const any = Object.values(answers).some(Boolean);
    if (!any && !none) return "Tick what applies, or “None of these”.";
    if (any && !acknowledged) return "Please confirm that a clinician has agreed.";
    if (!adult) return "Please confirm that you are 18 or older.";
  }
  if (step === 2 && !draft.experience) return "Choose the one that fits best.";
  if (step === 3 && draft.weekly_distance_m === null) {
    return "Enter your usual week; 0 is an answer.";
  }
  if (step === 4 && !draft.minutes) return "Choose how long a session may take.";
  return "";
}

/**
 * The fields of one profile entry, as the journal takes them.
 * @param {Draft} draft
 * @param {string} today local day: where the program begins
 */
export function fields(draft, today) {
  const { health, ...rest } = draft;
  const days = draft.run_days.toSorted();
  const { gym, home } = draft.equipment;
  return {
    ...rest,
    run_days: days,
    long_run_day: days.includes(draft.long_run_day) ? draft.long_run_day : null,
    quality_days: draft.quality_days.filter((/** @type {number} */ day) => days.includes(day))
      .toSorted(),
    weekly_distance_m: draft.weekly_distance_m ?? 0,
    race_distance_m: draft.race_day ? draft.race_distance_m ?? null : null,
    equipment: gym ? { home, gym } : { home },
    default_place: gym ? draft.default_place : "home",
    screening: {
      answers: Object.fromEntries(QUESTIONS.map(({ key }) => [key, !!health.answers[key]])),
      cleared: missing(draft, 1) === "",
    },
    program: draft.program ?? "stronger-strides",
    start_day: draft.start_day ?? today,
  };
}

/** @param {Record<string, boolean> | undefined} answers */
function none(answers) {
  return !Object.values(answers ?? {}).some(Boolean);
}

/** @param {number} from @param {number} to @param {number} by */
function steps(from, to, by) {
  return Array.from({ length: (to - from) / by + 1 }, (_, i) => from + i * by);
}

/** The families of exercises in the order of a session, with the names a runner reads. */
export const PATTERNS = /** @type {[string, string][]} */ ([
  ["mobility_ankle", "Ankle mobility"],
  ["mobility_knee", "Knee mobility"],
  ["mobility_hip", "Hip mobility"],
  ["mobility_trunk", "Trunk mobility"],
  ["activation", "Activation"],
  ["plyo_low", "Jumps, low"],
  ["plyo_medium", "Jumps, medium"],
  ["plyo_high", "Jumps, high"],
  ["hinge", "Hinge"],
  ["squat", "Squat"],
  ["lunge", "Lunge"],
  ["step", "Step"],
  ["hamstring", "Hamstrings"],
  ["calf", "Calf, straight knee"],
  ["calf_soleus", "Calf, bent knee"],
  ["abduction", "Outer hip"],
  ["adductor", "Inner thigh"],
  ["hip_flexor", "Hip flexor"],
  ["foot", "Foot"],
  ["trunk", "Trunk"],
]);

/** @param {string} pattern */
export function patternName(pattern) {
  return PATTERNS.find(([key]) => key === pattern)?.[1] ?? pattern;
}

/**
 * A figure as data. Lengths are in body heights (x forward in the side view, to the picture's right
 * in the front view; y up, the floor is 0). Angles are absolute, in degrees from the vertical:
 * limbs from straight down, trunk and head from straight up; positive is forward in the side view,
 * away from the midline in the front view. `…_depth` turns a segment out of the picture, which
 * shortens it. A `plant` is where the foot (its `on` point) or the palm stays; the joint between is
 * solved. What a pose leaves out it takes from the one before; a far limb that is never named does
 * what the near one does.
 */
export type Figure = {
  view: View;
  /** The joint that rests at each pose's `at`, `near_ball` unless said. */
  root?: string;
  muscles?: string[];
  /** The far side works too. */
  both?: boolean;
  /** The position that tells the exercise in one picture. */
  thumb?: number;
  /** The two positions that tell it side by side; its ends unless said. */
  still?: [number, number];
  /**
   * A jump: position 0 is the landing, and from the last pose it goes on to the next landing, which
   * is the first pose again (`same`), or that with the sides exchanged (`sides`).
   */
  loop?: "same" | "sides";
  /** What lies in front, seen from the front. */
  nearest?: "arms" | "legs";
  gear?: Gear[];
  /** A detail to show instead of the whole: left, bottom, size. */
  focus?: [number, number, number];
  poses: Pose[];
  /** Another way back than the way there gone backwards: from the end on, positions falling. */
  back?: Pose[];
};

export type View = "side" | "front" | "top";
export type Point = [number, number];

export type Pose = {
  /** Where in the rep: 0 top or start, 1 bottom or end. */
  position: number;
  at?: Point;
  /** The top of a flight: the body slows up to it and falls from it. */
  flight?: boolean;
  /** The runner has walked here from the pose before, unseen. */
  cut?: boolean;
  trunk?: number;
  head?: number;
  /** Front view: the pelvis' own angle; it follows the trunk unless said. */
  pelvis?: number;
  near_leg?: Leg;
  far_leg?: Leg;
  near_arm?: Arm;
  far_arm?: Arm;
};

export type Leg = {
  thigh?: number;
  shank?: number;
  foot?: number;
  toe?: number;
  plant?: Point;
  on?: "ball" | "heel";
  bend?: number;
  /** 1 draws the ball toward the heel and lifts the arch. */
  dome?: number;
  thigh_depth?: number;
  shank_depth?: number;
};

export type Arm = {
  upper?: number;
  fore?: number;
  plant?: Point;
  bend?: number;
  upper_depth?: number;
  fore_depth?: number;
};

/**
 * Stands at `x`, or goes with the joint `at`; a band reaches from `at` to `to`, and so does a rope,
 * which hangs `height` below the hands as the flight is at its top, and turns once a contact.
 */
export type Gear = {
  kind: string;
  at?: string;
  to?: string;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  offset?: Point;
  layer?: "back" | "front";
};

/** Where every joint is: `hip`, `shoulder`, `head`, and `near_knee`, `far_palm` and so on. */
export type Joints = Record<string, Point>;

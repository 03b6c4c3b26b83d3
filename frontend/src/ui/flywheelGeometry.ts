/** A ring of teeth around the middle of a square of 100 by 100. Angles in turns, clockwise from the top. */
export type RingShape = {
  /** Number of teeth. */
  teeth: number;
  /** Teeth stand in this many groups (four quarters) with a wider gap between. */
  groups: number;
  inner: number;
  outer: number;
  /** Gap between teeth, in the units of the square. */
  gap: number;
};

const middle = 50;
const groupGapTurns = 0.012;

function point(radius: number, turns: number): string {
  const angle = turns * 2 * Math.PI;
  const x = middle + radius * Math.sin(angle);
  const y = middle - radius * Math.cos(angle);
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Where a group begins and ends. */
export function groupSpan({ groups }: Pick<RingShape, 'groups'>, group: number): { from: number; to: number } {
  const gap = groups > 1 ? groupGapTurns / 2 : 0;
  return { from: group / groups + gap, to: (group + 1) / groups - gap };
}

/** The outline of one tooth, as an SVG path. */
export function toothPath(shape: RingShape, index: number): string {
  const perGroup = Math.max(1, Math.ceil(shape.teeth / shape.groups));
  const group = Math.floor(index / perGroup);
  const place = index % perGroup;
  const span = groupSpan(shape, group);
  const step = (span.to - span.from) / perGroup;
  const from = span.from + place * step;
  const to = from + step;
  const outerGap = shape.gap / 2 / (2 * Math.PI * shape.outer);
  const innerGap = shape.gap / 2 / (2 * Math.PI * shape.inner);
  return [
    `M${point(shape.outer, from + outerGap)}`,
    `A${shape.outer} ${shape.outer} 0 0 1 ${point(shape.outer, to - outerGap)}`,
    `L${point(shape.inner, to - innerGap)}`,
    `A${shape.inner} ${shape.inner} 0 0 0 ${point(shape.inner, from + innerGap)}Z`,
  ].join('');
}

/** An arc along a group, to mark it: "now". */
export function groupArc(shape: RingShape, group: number, radius: number): string {
  const { from, to } = groupSpan(shape, group);
  const large = to - from > 0.5 ? 1 : 0;
  return `M${point(radius, from)}A${radius} ${radius} 0 ${large} 1 ${point(radius, to)}`;
}

/** A round number of at least `value` that splits into `steps` equal round parts: the top of an axis. */
export function roundTop(value: number, steps = 3): number {
  if (value <= 0) return steps;
  const rough = value / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough) ?? 10;
  return Math.max(steps, factor * power * steps);
}

/** `steps + 1` equal ticks from 0 to the top of the axis. */
export function ticksTo(top: number, steps = 3): number[] {
  return Array.from({ length: steps + 1 }, (_, index) => (top / steps) * index);
}

/** A share between 0 and 1; 0 when there is nothing to share. */
export function share(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, part / whole));
}

import { describe, expect, it } from 'vitest';
import { groupSpan, toothPath } from './flywheelGeometry';

const year = { teeth: 48, groups: 4, inner: 32, outer: 48, gap: 0.8 };

describe('the flywheel', () => {
  it('gives every quarter the same share of the circle, with a gap between', () => {
    const [first, second] = [groupSpan(year, 0), groupSpan(year, 1)];

    expect(first.to - first.from).toBeCloseTo(second.to - second.from);
    expect(second.from).toBeGreaterThan(first.to);
  });

  it('draws each tooth at a place of its own', () => {
    const outlines = new Set(Array.from({ length: 48 }, (_, index) => toothPath(year, index)));

    expect(outlines.size).toBe(48);
    for (const outline of outlines) expect(outline).not.toContain('NaN');
  });
});

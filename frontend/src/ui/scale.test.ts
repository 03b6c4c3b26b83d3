import { describe, expect, it } from 'vitest';
import { roundTop, share, ticksTo } from './scale';

describe('the axis of a chart', () => {
  it('ends at a round number above the highest value', () => {
    expect(roundTop(271)).toBe(300);
    expect(roundTop(68)).toBe(75);
    expect(roundTop(1)).toBe(3);
    expect(roundTop(0)).toBe(3);
  });

  it('has equal steps from zero', () => {
    expect(ticksTo(300)).toEqual([0, 100, 200, 300]);
  });
});

describe('a share', () => {
  it('never leaves zero to one', () => {
    expect(share(68, 120)).toBeCloseTo(0.567, 3);
    expect(share(130, 120)).toBe(1);
    expect(share(3, 0)).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { later, quarterOf, quartersUpTo, startOf } from './quarters';

describe('a quarter', () => {
  it('begins at midnight in the Netherlands, in winter and in summer', () => {
    expect(startOf({ year: 2026, quarter: 1 })).toBe('2025-12-31T23:00:00Z');
    expect(startOf({ year: 2026, quarter: 2 })).toBe('2026-03-31T22:00:00Z');
    expect(startOf({ year: 2026, quarter: 4 })).toBe('2026-09-30T22:00:00Z');
  });

  it('is the one on the calendar in the Netherlands, not in UTC', () => {
    expect(quarterOf(new Date('2025-12-31T23:30:00Z'))).toEqual({ year: 2026, quarter: 1 });
    expect(quarterOf(new Date('2026-09-30T21:59:00Z'))).toEqual({ year: 2026, quarter: 3 });
  });

  it('goes on over the new year', () => {
    expect(later({ year: 2026, quarter: 4 }, 1)).toEqual({ year: 2027, quarter: 1 });
    expect(later({ year: 2026, quarter: 1 }, -1)).toEqual({ year: 2025, quarter: 4 });
    expect(quartersUpTo({ year: 2026, quarter: 1 }, 3)).toEqual([
      { year: 2025, quarter: 3 },
      { year: 2025, quarter: 4 },
      { year: 2026, quarter: 1 },
    ]);
  });
});

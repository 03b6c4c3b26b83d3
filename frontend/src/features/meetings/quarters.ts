/** A quarter of a year, as the calendar in the Netherlands has it. */
export type Quarter = { year: number; quarter: number };

const firstMonths = ['01', '04', '07', '10'] as const;

/**
 * The first moment of a quarter, in UTC. The year begins in winter time (one hour ahead of UTC), the other quarters in summer time
 * (two hours ahead): the clock changes in the last weekends of March and October.
 */
export function startOf({ year, quarter }: Quarter): string {
  const offset = quarter === 1 ? '+01:00' : '+02:00';
  return new Date(`${year}-${firstMonths[quarter - 1] ?? '01'}-01T00:00:00${offset}`)
    .toISOString()
    .replace('.000Z', 'Z');
}

/** The quarter that comes so many later; earlier when negative. */
export function later({ year, quarter }: Quarter, by: number): Quarter {
  const index = year * 4 + quarter - 1 + by;
  return { year: Math.floor(index / 4), quarter: (index % 4) + 1 };
}

/** The quarter in which a moment lies. */
export function quarterOf(moment: Date): Quarter {
  const part = (options: Intl.DateTimeFormatOptions) =>
    Number(new Intl.DateTimeFormat('en', { ...options, timeZone: 'Europe/Amsterdam' }).format(moment));
  return { year: part({ year: 'numeric' }), quarter: Math.ceil(part({ month: 'numeric' }) / 3) };
}

/** The quarter that is now. */
export function currentQuarter(): Quarter {
  return quarterOf(new Date());
}

/** So many quarters, the last of them last. */
export function quartersUpTo(last: Quarter, count: number): Quarter[] {
  return Array.from({ length: count }, (_, index) => later(last, index - count + 1));
}

import { describe, expect, it } from 'vitest';
import type { Area, MeetingStatistics } from '@/api/gen/types.gen';
import { yearRing } from './flywheel';

const now = { year: 2026, quarter: 2 };
const figures = { meetings: 0, held: 0, registered: 0, attended: 0, walkIns: 0, present: 0, showRate: null };

function municipality(id: string): Area {
  return { id, code: `GM${id}`, name: id, kind: 'municipality', parentId: 'drenthe' };
}

function met(id: string, quarter: number, held: number, year = 2026): MeetingStatistics['municipalities'][number] {
  return { area: { id, code: `GM${id}`, name: id }, year, quarter, meetings: 1, held };
}

function statistics(over: Partial<MeetingStatistics>): MeetingStatistics {
  return { total: figures, quarters: [], municipalities: [], meetings: [], ...over };
}

describe('the flywheel of a year', () => {
  it('has a tooth for every municipality in every quarter, and tells gaps from what is still to come', () => {
    const found = statistics({ municipalities: [met('assen', 1, 1), met('emmen', 2, 0), met('assen', 3, 1, 2025)] });

    const ring = yearRing(found, [municipality('assen'), municipality('emmen')], now);

    expect(ring.teeth).toEqual(['done', 'missing', 'open', 'planned', 'open', 'open', 'open', 'open']);
    expect(ring).toMatchObject({ unit: 'municipalities', done: 1, planned: 1, missing: 1 });
  });

  it('has a tooth for every meeting where there are no municipalities', () => {
    const meeting = { id: '1', title: 'Avond', kind: 'evening', registered: 0, attended: 0, walkIns: 0 } as const;
    const found = statistics({
      meetings: [
        { ...meeting, state: 'held', startsAt: '2025-12-31T20:00:00Z' },
        { ...meeting, state: 'held', startsAt: '2025-12-31T23:30:00Z' },
        { ...meeting, state: 'published', startsAt: '2026-06-01T18:00:00Z' },
      ],
    });

    const ring = yearRing(found, [], now);

    expect(ring.teeth.slice(0, 3)).toEqual(['done', 'planned', 'open']);
    expect(ring.teeth).toHaveLength(12);
  });
});

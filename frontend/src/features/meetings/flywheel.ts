import type { Area, MeetingStatistics } from '@/api/gen/types.gen';
import type { ToothState } from '@/ui/Flywheel';
import type { Quarter } from './quarters';

/** The ring of a year. */
export type YearRing = {
  /** municipalities: a tooth per municipality per quarter. meetings: a tooth per meeting. */
  unit: 'municipalities' | 'meetings';
  teeth: ToothState[];
  /** Teeth that are done, planned, and missing. */
  done: number;
  planned: number;
  missing: number;
};

/** The most municipalities that still give teeth wide enough to see. */
const municipalitiesMax = 30;
/** With fewer teeth a ring looks like a pie. */
const teethMin = 12;

/** How the year of `now` turns: by municipality and quarter where the organisation works in municipalities, else by meeting. */
export function yearRing(statistics: MeetingStatistics, municipalities: readonly Area[], now: Quarter): YearRing {
  const isMunicipal = municipalities.length > 0 && municipalities.length <= municipalitiesMax;
  const teeth = isMunicipal ? municipalTeeth(statistics, municipalities, now) : meetingTeeth(statistics, now);
  const count = (state: ToothState) => teeth.filter((tooth) => tooth === state).length;
  return {
    unit: isMunicipal ? 'municipalities' : 'meetings',
    teeth,
    done: count('done'),
    planned: count('planned'),
    missing: count('missing'),
  };
}

function municipalTeeth(statistics: MeetingStatistics, municipalities: readonly Area[], now: Quarter): ToothState[] {
  const ofYear = statistics.municipalities.filter(({ year }) => year === now.year);
  return [1, 2, 3, 4].flatMap((quarter) =>
    municipalities.map(({ id }): ToothState => {
      const found = ofYear.find((figures) => figures.area.id === id && figures.quarter === quarter);
      if (found && found.held > 0) return 'done';
      if (found && found.meetings > 0) return 'planned';
      return quarter < now.quarter ? 'missing' : 'open';
    }),
  );
}

function meetingTeeth(statistics: MeetingStatistics, now: Quarter): ToothState[] {
  const inDutchYear = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Europe/Amsterdam' });
  const teeth = statistics.meetings
    .filter(({ startsAt }) => Number(inDutchYear.format(new Date(startsAt))) === now.year)
    .map(({ state }): ToothState => (state === 'held' ? 'done' : 'planned'));
  const open = Array.from({ length: Math.max(0, teethMin - teeth.length) }, (): ToothState => 'open');
  return [...teeth, ...open];
}

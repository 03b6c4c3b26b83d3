import { useLingui } from '@lingui/react/macro';
import type { Venue } from '@/api/gen/types.gen';
import { useFormat } from './format';

/** What is needed to tell when and where people meet. */
type Whereabouts = { startsAt: string; endsAt: string; venue?: Venue | null; isOnline: boolean };

/** Writes when and where people meet. */
export function useWhereabouts() {
  const { t } = useLingui();
  const { period } = useFormat();
  return {
    /** "Provinciehuis, Westerbrink 1, Assen", "Online", or "" while nobody decided. */
    place,
    /** "19:30–22:00 · Provinciehuis, Westerbrink 1, Assen" */
    line: (meeting: Whereabouts) =>
      [period(meeting.startsAt, meeting.endsAt), place(meeting)].filter((part) => part !== '').join(' · '),
  };

  function place({ venue, isOnline }: Pick<Whereabouts, 'venue' | 'isOnline'>): string {
    if (venue == null) return isOnline ? t`Online` : '';
    const room = [venue.name, venue.address].filter((part) => part !== '').join(', ');
    return isOnline ? t`${room}, en online` : room;
  }
}

import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { HealthReason } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';

/** Writes why to look at a network, in one short line. */
export function useHealthText(): (reason: HealthReason) => string {
  const { t } = useLingui();
  const { dayOn, shortDay } = useFormat();
  return ({ code, count, wanted, on, beganAt }) => {
    const [now, goal] = [count ?? 0, wanted ?? 0];
    const day = on == null ? '' : dayOn(on);
    switch (code) {
      case 'core-group-below-minimum':
        return beganAt == null
          ? t`Kerngroep te klein: ${now} van minstens ${goal}`
          : t`Kerngroep te klein: ${now} van minstens ${goal}, sinds ${shortDay(beganAt)}`;
      case 'dormant':
        return t`Het netwerk rust`;
      case 'goal-missed':
        return t`Groeidoel niet gehaald: ${now} van ${goal} leden`;
      case 'goal-at-risk':
        return t`Groei loopt achter: bij dit tempo ${now} van ${goal} leden`;
      case 'evaluation-due':
        return t`De evaluatie was afgesproken op ${day}`;
      case 'past-its-end':
        return t`De afgesproken einddatum ${day} is voorbij`;
      case 'no-meeting-planned':
        return t`Er staat geen bijeenkomst gepland`;
      case 'no-meeting-lately':
        return on == null ? t`Er is nog nooit een bijeenkomst geweest` : t`De laatste bijeenkomst was op ${day}`;
      case 'vacancies':
        return t`${plural(now, { one: '# functie is vacant', other: '# functies zijn vacant' })}`;
      default:
        return t`Bekijk dit netwerk`;
    }
  };
}

import { useLingui } from '@lingui/react/macro';
import type { Network } from '@/api/gen/types.gen';
import { FlywheelRing, type ToothState } from '@/ui/Flywheel';

/** More teeth than this cannot be told apart. */
const mostTeeth = 60;

/** The members of a network as a flywheel: one tooth for each member wanted, or for each so many. */
export function MembersRing({ network: { members, goal } }: { network: Pick<Network, 'members' | 'goal'> }) {
  const { t } = useLingui();
  if (goal == null) return null;
  const wanted = goal.members;
  return (
    <FlywheelRing
      teeth={memberTeeth(members, wanted)}
      value={String(members)}
      of={String(wanted)}
      unit={t`leden`}
      label={t`${members} van de ${wanted} leden die dit netwerk wil hebben.`}
      caption={
        wanted > mostTeeth
          ? t`Elke tand staat voor een deel van het groeidoel.`
          : t`Elke tand is een lid. Vol is het doel gehaald.`
      }
    />
  );
}

/** One tooth for each member wanted, at most `mostTeeth`; a tooth counts once all of it is there. */
export function memberTeeth(members: number, wanted: number): ToothState[] {
  const count = Math.min(Math.max(wanted, 1), mostTeeth);
  const done = wanted > 0 ? Math.floor((Math.min(members, wanted) / wanted) * count) : 0;
  return Array.from({ length: count }, (_, index) => (index < done ? 'done' : 'open'));
}

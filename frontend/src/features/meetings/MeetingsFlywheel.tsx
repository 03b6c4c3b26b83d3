import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormat } from '@/app/format';
import { useOrganization } from '@/app/organization';
import { FlywheelRing } from '@/ui/Flywheel';
import { type YearRing, yearRing } from './flywheel';
import { currentQuarter } from './quarters';
import { municipalitiesOptions, statisticsOptions } from './queries';

/** The organisation's year as a flywheel, from its own figures. `children` stands there until they have come, and where they do not. */
export function MeetingsFlywheel({ children }: { children?: ReactNode }) {
  const { slug } = useOrganization();
  const statistics = useQuery(statisticsOptions(slug));
  const municipalities = useQuery(municipalitiesOptions(slug));
  if (statistics.data === undefined || municipalities.isPending) return children;
  const now = currentQuarter();
  const ring = yearRing(statistics.data, municipalities.data ?? [], now);
  if (ring.done + ring.planned === 0) return children;
  return <Ring ring={ring} quarter={now.quarter} />;
}

function Ring({ ring, quarter }: { ring: YearRing; quarter: number }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const { done, planned, missing, teeth } = ring;
  if (ring.unit === 'municipalities') {
    const places = teeth.length / 4;
    return (
      <FlywheelRing
        teeth={teeth}
        groups={4}
        now={quarter - 1}
        value={number(done)}
        of={number(teeth.length)}
        unit={t`bijeenkomsten`}
        label={t`Het vliegwiel van dit jaar, met ${places} gemeenten en vier kwartalen: ${done} keer kwam een gemeente in een kwartaal bij elkaar, ${planned} keer staat het gepland en ${missing} keer is het overgeslagen.`}
        caption={<Trans>Het vliegwiel van dit jaar: één tand per gemeente per kwartaal.</Trans>}
      />
    );
  }
  return (
    <FlywheelRing
      teeth={teeth}
      value={number(done)}
      of={number(done + planned)}
      unit={t`bijeenkomsten`}
      label={t`Het vliegwiel van dit jaar: ${done} bijeenkomsten zijn geweest en ${planned} staan gepland.`}
      caption={<Trans>Het vliegwiel van dit jaar: elke bijeenkomst is een tand.</Trans>}
    />
  );
}

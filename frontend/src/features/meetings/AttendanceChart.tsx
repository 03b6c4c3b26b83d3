import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { MeetingFigures } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { useOrganization } from '@/app/organization';
import { BarChart } from '@/ui/BarChart';
import { ChartFrame } from '@/ui/ChartFrame';
import { DataTable } from '@/ui/DataTable';
import { type Quarter, currentQuarter, quartersUpTo } from './quarters';
import { chartQuarters, statisticsOptions } from './queries';

type Row = Quarter & { figures: Pick<MeetingFigures, 'held' | 'registered' | 'attended' | 'showRate'> };

const nothing = { held: 0, registered: 0, attended: 0, showRate: null };

/** How many people registered and came, by quarter. Nothing while no meeting has been held. */
export function AttendanceChart({ network }: { network?: string }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { data } = useQuery(statisticsOptions(slug, network));
  const { percentage, number } = useFormat();
  if (data === undefined) return null;
  const rows = quartersUpTo(currentQuarter(), chartQuarters).map((quarter): Row => {
    const found = data.quarters.find((one) => one.year === quarter.year && one.quarter === quarter.quarter);
    return { ...quarter, figures: found?.figures ?? nothing };
  });
  const registered = rows.reduce((sum, row) => sum + row.figures.registered, 0);
  const attended = rows.reduce((sum, row) => sum + row.figures.attended, 0);
  if (registered === 0) return null;
  const rate = percentage(attended / registered);
  return (
    <ChartFrame
      level={2}
      title={t`Aangemeld en gekomen`}
      reading={t`Van elke 100 mensen die zich aanmeldden, kwamen er ${Math.round((100 * attended) / registered)}.`}
      legend={[
        { label: t`Aangemeld`, mark: 'outline' },
        { label: t`Gekomen`, mark: 'solid' },
      ]}
      chart={
        <BarChart
          label={t`Per kwartaal, de laatste twee jaar: ${number(registered)} mensen meldden zich aan en ${number(attended)} kwamen (${rate}).`}
          bars={rows.map((row, index) => ({
            label: t`Q${row.quarter}`,
            ...(index === 0 || row.quarter === 1 ? { group: String(row.year) } : {}),
            total: row.figures.registered,
            part: row.figures.attended,
          }))}
        />
      }
      table={<FigureTable rows={rows} />}
    />
  );
}

function FigureTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useLingui();
  const { number, percentage } = useFormat();
  return (
    <DataTable
      caption={t`Aangemeld en gekomen per kwartaal`}
      captionShown="no"
      phone="scroll"
      rows={rows.toReversed()}
      rowKey={({ year, quarter }) => `${year}-${quarter}`}
      columns={[
        { id: 'quarter', header: t`Kwartaal`, cell: ({ year, quarter }) => t`Q${quarter} ${year}` },
        { id: 'held', header: t`Keren`, align: 'end', cell: ({ figures }) => number(figures.held) },
        { id: 'registered', header: t`Aangemeld`, align: 'end', cell: ({ figures }) => number(figures.registered) },
        { id: 'attended', header: t`Gekomen`, align: 'end', cell: ({ figures }) => number(figures.attended) },
        {
          id: 'rate',
          header: t`Opkomst`,
          align: 'end',
          cell: ({ figures }) => (figures.showRate == null ? '–' : percentage(figures.showRate / 100)),
        },
      ]}
    />
  );
}

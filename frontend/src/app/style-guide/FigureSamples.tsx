import { BarChart } from '@/ui/BarChart';
import { Panel } from '@/ui/Card';
import { ChartFrame } from '@/ui/ChartFrame';
import { type Column, DataTable } from '@/ui/DataTable';
import { FlywheelMark, FlywheelRing, type ToothState } from '@/ui/Flywheel';
import { Columns, Facts, Row, Stack } from '@/ui/Layout';
import { CapacityBar, GoalMeter, ProgressBar } from '@/ui/Meter';

const quarters = [
  { label: 'K1', group: '2025', total: 161, part: 112 },
  { label: 'K2', total: 188, part: 140 },
  { label: 'K3', total: 120, part: 86 },
  { label: 'K4', total: 214, part: 160 },
  { label: 'K1', group: '2026', total: 236, part: 181 },
  { label: 'K2', total: 271, part: 214 },
  { label: 'K3', total: 190, part: 149 },
  { label: 'K4', total: 233, part: 176 },
];

type Quarter = { name: string; total: number; part: number };
const rows: Quarter[] = quarters.map((quarter, index) => ({
  ...quarter,
  name: `${index < 4 ? 2025 : 2026} ${quarter.label}`,
}));
const columns: Column<Quarter>[] = [
  { id: 'name', header: 'Kwartaal', cell: (row) => row.name },
  { id: 'total', header: 'Aangemeld', align: 'end', cell: (row) => row.total },
  { id: 'part', header: 'Gekomen', align: 'end', cell: (row) => row.part },
];

const year: ToothState[] = Array.from({ length: 48 }, (_, index) => {
  if (index % 11 === 7 && index < 36) return 'missing';
  if (index < 36) return 'done';
  return index < 42 ? 'planned' : 'open';
});

export function FigureSamples() {
  return (
    <Columns
      main={
        <ChartFrame
          title="Aangemeld en gekomen"
          reading="In 2026 kwam 77 op de 100 aangemelde mensen ook echt; een jaar eerder waren het er 73."
          legend={[
            { label: 'Aangemeld', mark: 'outline' },
            { label: 'Gekomen', mark: 'solid' },
          ]}
          chart={
            <BarChart
              bars={quarters}
              label="Staafdiagram van aangemelde en gekomen mensen per kwartaal, 2025 en 2026"
            />
          }
          table={
            <DataTable
              caption="Aangemeld en gekomen per kwartaal"
              captionShown="no"
              phone="scroll"
              columns={columns}
              rows={rows}
              rowKey={(row) => row.name}
            />
          }
        />
      }
      aside={
        <Stack>
          <Panel>
            <FlywheelRing
              size="card"
              teeth={year}
              groups={4}
              now={3}
              value="33"
              of="48"
              unit="bijeenkomsten"
              label="33 van de 48 bijeenkomsten van dit jaar zijn gehouden, 6 zijn gepland."
              caption="Het vliegwiel van dit jaar: één tand per gemeente per kwartaal."
            />
          </Panel>
          <Panel>
            <GoalMeter label="Leden" value={31} target={50} forecast={42} status="at-risk">
              <p>50 leden op 1 september 2027.</p>
            </GoalMeter>
            <GoalMeter label="Bijeenkomsten" value={7} target={7} status="met" />
            <ProgressBar label="Plan ingevuld" value={5} max={8} text="5 van 8 onderdelen" />
            <CapacityBar taken={31} capacity={50} />
            <Facts
              facts={[
                { term: 'Opgericht', value: '1 maart 2026' },
                { term: 'Kerngroep', value: '5 leden' },
              ]}
            />
            <Row>
              <FlywheelMark size={44} />
              <FlywheelMark size={44} motion="turning" />
            </Row>
          </Panel>
        </Stack>
      }
    />
  );
}

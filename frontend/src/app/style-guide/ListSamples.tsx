import { useState } from 'react';
import { Badge, Status } from '@/ui/Badge';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { type Column, DataTable } from '@/ui/DataTable';
import { DateTile } from '@/ui/DateTile';
import { FilterBar, FilterSelect } from '@/ui/FilterBar';
import { CardList, Stack } from '@/ui/Layout';
import { Link } from '@/ui/Link';
import { CapacityBar } from '@/ui/Meter';
import { SearchField } from '@/ui/SearchField';
import { ShowMore } from '@/ui/ShowMore';

type NetworkRow = { name: string; members: number; goal: number; health: 'ok' | 'warn' | 'bad'; reason: string };

const networks: NetworkRow[] = [
  { name: 'Zorg en samenleven', members: 64, goal: 50, health: 'ok', reason: 'Doel gehaald' },
  { name: 'Jong in het dorp', members: 31, goal: 50, health: 'warn', reason: 'Loopt achter op het doel' },
  { name: 'Wonen voor later', members: 22, goal: 50, health: 'bad', reason: 'Kerngroep van drie, minstens vier nodig' },
];

const columns: Column<NetworkRow>[] = [
  { id: 'name', header: 'Netwerk', sort: 'name', cell: (row) => <Link href="/stijlgids">{row.name}</Link> },
  { id: 'members', header: 'Leden', align: 'end', sort: 'members', cell: (row) => row.members },
  { id: 'goal', header: 'Doel', align: 'end', cell: (row) => row.goal },
  { id: 'health', header: 'Stand', cell: (row) => <Status tone={row.health}>{row.reason}</Status> },
];

export function ListSamples() {
  const [term, setTerm] = useState('');
  const [kind, setKind] = useState('');
  const [sort, setSort] = useState('name');
  return (
    <Stack>
      <FilterBar label="Bijeenkomsten zoeken">
        <SearchField label="Zoeken" value={term} onSearch={setTerm} />
        <FilterSelect
          label="Soort"
          value={kind}
          onChange={setKind}
          options={[
            { value: '', label: 'Alle soorten' },
            { value: 'symposium', label: 'Provinciaal symposium' },
          ]}
        />
        <FilterSelect
          label="Gemeente"
          value=""
          onChange={() => undefined}
          options={[{ value: '', label: 'Heel Drenthe' }]}
        />
      </FilterBar>
      <CardList label="Bijeenkomsten">
        <li>
          <Card
            lead={<DateTile startsAt="2026-12-03T18:30:00Z" />}
            badges={
              <>
                <Badge tone="accent">Provinciaal symposium</Badge>
                <Badge>zorg</Badge>
              </>
            }
            title="Wie zorgt er straks voor ons?"
            href="/stijlgids"
            aside={
              <>
                <CapacityBar taken={68} capacity={120} />
                <Button variant="primary" width="fill">
                  Meld je aan
                </Button>
              </>
            }
          >
            <p>19:30–22:00 · Provinciehuis, Westerbrink 1, Assen</p>
          </Card>
        </li>
        <li>
          <Card
            lead={<DateTile startsAt="2026-12-08T19:00:00Z" />}
            badges={
              <>
                <Badge tone="brand">Lokale bijeenkomst</Badge>
                <Badge>eenzaamheid</Badge>
              </>
            }
            title="Eenzaamheid: wat doen buren, wat doet de gemeente?"
            href="/stijlgids"
            aside={
              <>
                <CapacityBar taken={40} capacity={40} waiting={6} />
                <Button width="fill">Op de wachtlijst</Button>
              </>
            }
          >
            <p>20:00–22:00 · Buurthuis Meerdijk, Emmen</p>
          </Card>
        </li>
      </CardList>
      <ShowMore shown={2} hasMore isLoading={false} onMore={() => undefined} />
      <DataTable
        caption="Netwerken en hoe het ermee gaat"
        columns={columns}
        rows={networks}
        rowKey={(row) => row.name}
        sort={sort}
        onSort={setSort}
      />
    </Stack>
  );
}

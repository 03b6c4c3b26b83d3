import { Trans, useLingui } from '@lingui/react/macro';
import { useKeysetList } from '@/app/keysetList';
import { kindLabels } from '@/app/networkLabels';
import { useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { useSessionStatus } from '@/app/session';
import { Button, LinkButton } from '@/ui/Button';
import { FilterBar, FilterSelect } from '@/ui/FilterBar';
import { CardGrid, Stack } from '@/ui/Layout';
import { SearchField } from '@/ui/SearchField';
import { ShowMore } from '@/ui/ShowMore';
import { EmptyState } from '@/ui/States';
import { stateLabels } from './labels';
import { NetworkCard } from './NetworkCard';
import { type NetworkSearch, readNetworkSearch } from './networkSearch';
import { networksOptions } from './queries';

type NetworkListProps = {
  search: NetworkSearch;
  /** Puts other filters in the address. */
  onSearch: (search: NetworkSearch) => void;
};

/** The networks of an organisation, with filters. */
export function NetworkList({ search, onSearch }: NetworkListProps) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { items, more } = useKeysetList(networksOptions(slug, search));
  return (
    <Page
      title={t`Netwerken`}
      intro={
        <p>
          <Trans>
            Kies een onderwerp of een groep mensen die bij je past. Je mag bij zoveel netwerken als je wilt.
          </Trans>
        </p>
      }
      actions={<LinkButton icon="add" href={paths.startNetwork(slug)}>{t`Start een netwerk`}</LinkButton>}
    >
      <Stack>
        <Filters search={search} onSearch={onSearch} />
        {items.length === 0 ? (
          <Nothing isFiltered={Object.keys(search).length > 0} onClear={() => onSearch({})} />
        ) : (
          <CardGrid label={t`Netwerken`}>
            {items.map((network) => (
              <li key={network.id}>
                <NetworkCard network={network} />
              </li>
            ))}
          </CardGrid>
        )}
        <ShowMore {...more} />
      </Stack>
    </Page>
  );
}

function Filters({ search, onSearch }: NetworkListProps) {
  const { t, i18n } = useLingui();
  const isSignedIn = useSessionStatus() === 'signed-in';
  const change = (part: Record<string, string>) => onSearch(readNetworkSearch({ ...search, ...part }));
  const optionsOf = (labels: typeof kindLabels | typeof stateLabels) =>
    Object.entries(labels).map(([value, label]) => ({ value, label: i18n._(label) }));
  return (
    <FilterBar label={t`Zoek een netwerk`}>
      <SearchField label={t`Zoeken`} value={search.zoek ?? ''} onSearch={(zoek) => change({ zoek })} />
      <FilterSelect
        label={t`Soort`}
        value={search.soort ?? ''}
        options={[{ value: '', label: t`Alle soorten` }, ...optionsOf(kindLabels)]}
        onChange={(soort) => change({ soort })}
      />
      <FilterSelect
        label={t`Fase`}
        value={search.fase ?? ''}
        options={[{ value: '', label: t`Alle fases` }, ...optionsOf(stateLabels)]}
        onChange={(fase) => change({ fase })}
      />
      {isSignedIn ? (
        <FilterSelect
          label={t`Van wie`}
          value={search.van ?? ''}
          options={[
            { value: '', label: t`Van iedereen` },
            { value: 'mij', label: t`Waar ik bij hoor` },
          ]}
          onChange={(van) => change({ van })}
        />
      ) : null}
    </FilterBar>
  );
}

function Nothing({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  if (isFiltered) {
    return (
      <EmptyState
        level={2}
        icon="search"
        title={t`Geen netwerk gevonden`}
        action={<Button variant="primary" onPress={onClear}>{t`Toon alle netwerken`}</Button>}
      >
        <p>
          <Trans>Probeer een ander woord, of zet een filter uit.</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      level={2}
      icon="network"
      title={t`Er zijn nog geen netwerken`}
      action={<LinkButton variant="primary" href={paths.startNetwork(slug)}>{t`Start het eerste netwerk`}</LinkButton>}
    >
      <p>
        <Trans>Een netwerk begint met een paar mensen en een plan. Dat kun jij zijn.</Trans>
      </p>
    </EmptyState>
  );
}

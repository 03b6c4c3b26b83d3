import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { Membership } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { useGradually, useKeysetList } from '@/app/keysetList';
import { useNetwork } from '@/app/network';
import { may, useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { WorkspacePage } from '@/app/WorkspacePage';
import { LinkButton } from '@/ui/Button';
import { DataTable } from '@/ui/DataTable';
import { FilterBar } from '@/ui/FilterBar';
import { Section, Stack } from '@/ui/Layout';
import { SearchField } from '@/ui/SearchField';
import { ShowMore } from '@/ui/ShowMore';
import { EmptyState, Notice } from '@/ui/States';
import { membershipsOptions } from './queries';
import { RemoveMember } from './RemoveMember';
import { RequestList } from './RequestList';

/** More at once is a long way down on a phone; who looks for someone types the name. */
const atOnce = 25;

/** The people of a network, for its core group: requests first, then the members. */
export function MembersScreen() {
  const network = useNetwork();
  return (
    <WorkspacePage
      part="leden"
      intro={
        <p>
          <Trans>Wie wil meedoen en wie al meedoet. Alleen de kerngroep ziet deze pagina.</Trans>
        </p>
      }
    >
      {may(network, 'memberships.list') ? (
        <>
          <RequestList />
          <Members />
        </>
      ) : (
        <NotForYou />
      )}
    </WorkspacePage>
  );
}

function NotForYou() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const network = useNetwork();
  return (
    <EmptyState
      level={2}
      icon="people"
      title={t`Alleen de kerngroep ziet wie lid is`}
      action={
        <LinkButton href={paths.networkWorkspace(slug, network.slug, 'functies')}>{t`Naar de functies`}</LinkButton>
      }
    >
      <p>
        <Trans>Dat een persoon lid is van een netwerk, is vertrouwelijk. Ook het kantoor ziet het niet.</Trans>
      </p>
    </EmptyState>
  );
}

function Members() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { shortDay } = useFormat();
  const network = useNetwork();
  const [term, setTerm] = useState('');
  const list = useKeysetList(membershipsOptions(slug, network.id, 'active'));
  const { items, more } = list;
  const first = useGradually(list, atOnce);
  useAllPages(term !== '', more);
  const wanted = term.trim().toLocaleLowerCase();
  const found = items.filter(({ name }) => (name ?? '').toLocaleLowerCase().includes(wanted));
  const rows = wanted === '' ? first.items : found;
  return (
    <Section title={t`Leden`}>
      <Stack>
        {network.sensitivity === 'special' ? (
          <Notice title={t`Dit netwerk is gevoelig`}>
            <p>
              <Trans>Lid zijn zegt iets over geloof, geaardheid of afkomst. Deel deze namen met niemand.</Trans>
            </p>
          </Notice>
        ) : null}
        {items.length > 0 ? (
          <FilterBar label={t`Zoek een lid`}>
            <SearchField label={t`Zoek op naam`} value={term} onSearch={setTerm} />
          </FilterBar>
        ) : null}
        {found.length === 0 ? (
          <NoMembers isFiltered={term !== ''} />
        ) : (
          <DataTable
            caption={t`Leden van ${network.name}`}
            captionShown="no"
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { id: 'name', header: t`Naam`, cell: ({ name }) => name },
              {
                id: 'since',
                header: t`Lid sinds`,
                cell: ({ joinedAt }) => (joinedAt == null ? '–' : shortDay(joinedAt)),
              },
              { id: 'actions', header: t`Wat je kunt doen`, kind: 'actions', cell: memberActions },
            ]}
          />
        )}
        {wanted === '' ? <ShowMore {...first.more} /> : null}
      </Stack>
    </Section>
  );
}

function memberActions(membership: Membership) {
  return may(membership, 'memberships.remove') ? <RemoveMember membership={membership} /> : null;
}

/** Names are searched for in what is loaded, so that they stay out of addresses: load the rest as soon as someone searches. */
function useAllPages(isNeeded: boolean, { hasMore, isLoading, onMore }: ReturnType<typeof useKeysetList>['more']) {
  // Loading the next page is a request: outside React.
  useEffect(() => {
    if (isNeeded && hasMore && !isLoading) onMore();
  }, [isNeeded, hasMore, isLoading, onMore]);
}

function NoMembers({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useLingui();
  return isFiltered ? (
    <EmptyState icon="search" title={t`Geen lid met deze naam`}>
      <p>
        <Trans>Kijk of je de naam goed hebt getypt.</Trans>
      </p>
    </EmptyState>
  ) : (
    <EmptyState icon="people" title={t`Er zijn nog geen leden`}>
      <p>
        <Trans>Deel de pagina van het netwerk met mensen die mee willen doen.</Trans>
      </p>
    </EmptyState>
  );
}

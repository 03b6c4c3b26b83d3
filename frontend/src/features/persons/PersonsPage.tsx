import { useLingui } from '@lingui/react/macro';
import { type ReactNode, Suspense, useState } from 'react';
import type { AffiliationKind } from '@/api/gen/types.gen';
import { affiliationKinds } from '@/app/affiliation';
import { Page } from '@/app/Page';
import { PersonsTabs } from '@/app/PersonsTabs';
import { FilterBar, FilterSelect } from '@/ui/FilterBar';
import { Stack } from '@/ui/Layout';
import { SearchField } from '@/ui/SearchField';
import { Skeleton } from '@/ui/States';
import { FoundPersons, PersonsTable } from './PersonsTable';

type PersonsPageProps = {
  /** From the address. */
  affiliation: AffiliationKind | undefined;
  onFilter: (affiliation: AffiliationKind | undefined) => void;
  /** Inviting someone: of another feature. */
  actions: ReactNode;
};

/** Everyone the organisation has a record of; for the office. */
export function PersonsPage({ affiliation, onFilter, actions }: PersonsPageProps) {
  const { t, i18n } = useLingui();
  const [words, setWords] = useState('');
  const kinds = Object.entries(affiliationKinds).map(([value, label]) => ({ value, label: i18n._(label) }));
  return (
    <Page title={t`Personen`} actions={actions}>
      <Stack>
        <PersonsTabs current="everyone" />
        <FilterBar label={t`Zoek personen`}>
          <SearchField label={t`Naam of e-mailadres`} value={words} onSearch={setWords} />
          <FilterSelect
            label={t`Relatie`}
            value={affiliation ?? ''}
            options={[{ value: '', label: t`Iedereen` }, ...kinds]}
            onChange={(value) => {
              setWords('');
              onFilter(Object.keys(affiliationKinds).find((kind): kind is AffiliationKind => kind === value));
            }}
          />
        </FilterBar>
        <Suspense fallback={<Skeleton />}>
          {words.trim() === '' ? (
            <PersonsTable affiliation={affiliation} />
          ) : (
            <FoundPersons words={words.trim()} affiliation={affiliation} />
          )}
        </Suspense>
      </Stack>
    </Page>
  );
}

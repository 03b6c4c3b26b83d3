import { useLingui } from '@lingui/react/macro';
import { type QueryKey, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { listMembershipsQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { listMemberships, searchPersons } from '@/api/gen/sdk.gen';
import type { Membership } from '@/api/gen/types.gen';
import { SearchChoiceField } from '@/ui/SearchChoiceField';
import { useOrganization } from './organization';

/** Where to look: among the members of one network (its core group may), or among everyone the office knows. */
export type PersonSource = { among: 'members'; networkId: string } | { among: 'organization' };

/** Somebody who can be chosen. */
export type Candidate = { id: string; name: string; note: string };

type PersonPickerProps = {
  /** Default: `personId`. */
  name?: string;
  label: string;
  hint?: ReactNode;
  source: PersonSource;
  /** optional: for adding one by one. Default: required. */
  necessity?: 'required' | 'optional';
  onChoose?: (candidate: Candidate) => void;
};

const shortestTerm = 2;
const mostShown = 8;

/** Choose one person by name. Names stay out of addresses: they are searched for in a body, or in what is loaded. */
export function PersonPicker({
  name = 'personId',
  label,
  hint,
  source,
  necessity = 'required',
  onChoose,
}: PersonPickerProps) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const [term, setTerm] = useState('');
  const isTyped = term.trim().length >= shortestTerm;
  const options = source.among === 'members' ? membersOptions(slug, source.networkId) : personsOptions(slug, term);
  const { data, isFetching, isError } = useQuery({ ...options, enabled: source.among === 'members' || isTyped });
  const found = (data ?? []).filter((candidate) => matches(candidate, term));
  const shown = source.among === 'members' || isTyped ? found.slice(0, mostShown) : [];
  return (
    <SearchChoiceField
      name={name}
      label={label}
      hint={hint}
      required={necessity === 'required'}
      searchLabel={t`Zoek op naam`}
      term={term}
      onTerm={setTerm}
      choices={shown.map(({ id, name: text, note }) => ({ value: id, label: text, ...(note ? { hint: note } : {}) }))}
      message={message()}
      onChange={(id) => {
        const chosen = found.find((candidate) => candidate.id === id);
        if (chosen) onChoose?.(chosen);
      }}
    />
  );

  function message(): string {
    if (isError) return t`De namen konden niet worden opgehaald. Probeer het opnieuw.`;
    if (isFetching && data === undefined) return t`Bezig met zoeken…`;
    if (source.among === 'organization' && !isTyped) return t`Typ minstens twee letters van de naam.`;
    if (found.length === 0) return t`Niemand gevonden. Kijk of je de naam goed hebt getypt.`;
    if (found.length > mostShown) return t`Staat de juiste persoon er niet bij? Typ meer van de naam.`;
    return '';
  }
}

type CandidateQuery = {
  queryKey: QueryKey;
  queryFn: (context: { signal: AbortSignal }) => Promise<Candidate[]>;
  gcTime?: number;
};

/** All active members of a network, page after page, for who may list them. */
function membersOptions(organization: string, networkId: string): CandidateQuery {
  const path = { organization, network: networkId };
  const all = async (cursor: string | undefined, signal: AbortSignal): Promise<Membership[]> => {
    const query = { state: 'active' as const, pageSize: 100, ...(cursor ? { cursor } : {}) };
    const { data } = await listMemberships({ path, query, signal });
    return data.next == null ? data.items : [...data.items, ...(await all(data.next, signal))];
  };
  return {
    queryKey: [...listMembershipsQueryKey({ path }), 'candidates'],
    queryFn: async ({ signal }) =>
      (await all(undefined, signal)).map(({ personId, name }) => ({ id: personId, name: name ?? '', note: '' })),
  };
}

/** People of the organisation by name or e-mail address; for the office. */
function personsOptions(organization: string, term: string): CandidateQuery {
  return {
    queryKey: ['persons', organization, 'search', term.trim()],
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const { data } = await searchPersons({ path: { organization }, body: { name: term.trim() }, signal });
      return data.items.map(({ id, name, email }) => ({ id, name, note: email ?? '' }));
    },
  };
}

function matches({ name, note }: Candidate, term: string): boolean {
  return `${name} ${note}`.toLocaleLowerCase().includes(term.trim().toLocaleLowerCase());
}

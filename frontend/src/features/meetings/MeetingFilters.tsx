import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { MeetingKind } from '@/api/gen/types.gen';
import { useOrganization } from '@/app/organization';
import { FilterBar, FilterSelect } from '@/ui/FilterBar';
import { SearchField } from '@/ui/SearchField';
import { kinds, optionsOf } from './labels';
import { municipalitiesOptions, statisticsOptions } from './queries';

/** What the agenda shows, as it stands in the address. Absent means all. */
export type AgendaFilter = {
  zoek?: string | undefined;
  soort?: MeetingKind | undefined;
  /** Id of a municipality. */
  gemeente?: string | undefined;
  wanneer?: 'geweest' | undefined;
};

/** Reads the filter from an address; what makes no sense is left out. */
export function agendaFilter(search: Record<string, unknown>): AgendaFilter {
  const { zoek, soort, gemeente, wanneer } = search;
  return {
    ...(typeof zoek === 'string' && zoek !== '' ? { zoek: zoek.slice(0, 100) } : {}),
    ...(typeof soort === 'string' && soort in kinds ? { soort: soort as MeetingKind } : {}),
    ...(typeof gemeente === 'string' && gemeente !== '' ? { gemeente } : {}),
    ...(wanneer === 'geweest' ? { wanneer } : {}),
  };
}

type MeetingFiltersProps = { filter: AgendaFilter; onFilter: (filter: AgendaFilter) => void };

/** Search, kind and municipality above the agenda. */
export function MeetingFilters({ filter, onFilter }: MeetingFiltersProps) {
  const { t, i18n } = useLingui();
  const municipalities = useMunicipalities();
  return (
    <FilterBar label={t`Zoek een bijeenkomst`}>
      <SearchField
        label={t`Zoeken`}
        value={filter.zoek ?? ''}
        onSearch={(zoek) => onFilter({ ...filter, zoek: zoek || undefined })}
      />
      <FilterSelect
        label={t`Soort`}
        value={filter.soort ?? ''}
        options={[{ value: '', label: t`Alle soorten` }, ...optionsOf(kinds, (label) => i18n._(label))]}
        onChange={(soort) => onFilter(agendaFilter({ ...filter, soort }))}
      />
      {municipalities.length > 0 ? (
        <FilterSelect
          label={t`Gemeente`}
          value={filter.gemeente ?? ''}
          options={[
            { value: '', label: t`Alle gemeenten` },
            ...municipalities.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(gemeente) => onFilter(agendaFilter({ ...filter, gemeente }))}
        />
      ) : null}
    </FilterBar>
  );
}

/** The municipalities of the organisation; where these are not known, those where people met. */
function useMunicipalities(): { id: string; name: string }[] {
  const { slug } = useOrganization();
  const own = useQuery(municipalitiesOptions(slug));
  const statistics = useQuery(statisticsOptions(slug));
  if (own.data && own.data.length > 0) return own.data;
  const met = new Map(statistics.data?.municipalities.map(({ area }) => [area.id, area]));
  return [...met.values()];
}

import { type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  getMeetingOptions,
  getMeetingStatisticsOptions,
  listMeetingsQueryKey,
} from '@/api/gen/@tanstack/react-query.gen';
import { getArea, listAreas, listMeetings, listNetworks, listUnits } from '@/api/gen/sdk.gen';
import type { Area, ListMeetingsData, Meeting, MeetingHost } from '@/api/gen/types.gen';
import { keysetOptions } from '@/app/keysetList';
import { later, currentQuarter, startOf } from './quarters';

type Filter = NonNullable<ListMeetingsData['query']>;

/** Quarters that the chart shows. */
export const chartQuarters = 8;

/** The most that the API gives at once. */
const most = 100;

/** Meetings by start. */
export function meetingsOptions(organization: string, filter: Filter) {
  const path = { organization };
  return keysetOptions(listMeetingsQueryKey({ path, query: filter }), (cursor, signal) =>
    listMeetings({ path, query: { ...filter, cursor }, signal }),
  );
}

/** The meetings that are still to come: the agenda. It ends with the day, so that the address of the request stays the same for a while. */
export function agendaOptions(
  organization: string,
  filter: Pick<Filter, 'q' | 'kind' | 'area' | 'network' | 'pageSize'>,
) {
  return meetingsOptions(organization, { ...filter, state: 'published', from: thisHour(), sort: 'startsAt' });
}

/** One meeting. */
export function meetingOptions(organization: string, meeting: string) {
  return getMeetingOptions({ path: { organization, meeting } });
}

/** Shows a meeting as the API gave it after a change, and renews the lists it stands in. */
export async function keepMeeting(client: QueryClient, organization: string, meeting: Meeting): Promise<void> {
  client.setQueryData(meetingOptions(organization, meeting.id).queryKey, meeting);
  await client.invalidateQueries({ queryKey: listMeetingsQueryKey({ path: { organization } }) });
}

/** Of all figures, whatever their span. */
export const statisticsKey = [{ _id: 'getMeetingStatistics' }] as const;

/** Figures of this year and of the quarters of the chart. */
export function statisticsOptions(organization: string, network?: string) {
  const now = currentQuarter();
  const yearStart = { year: now.year, quarter: 1 };
  const chartStart = later(now, 1 - chartQuarters);
  const from = [startOf(yearStart), startOf(chartStart)].toSorted()[0] ?? startOf(yearStart);
  const before = startOf({ year: now.year + 1, quarter: 1 });
  const query = { from, before, ...(network ? { network } : {}) };
  return { ...getMeetingStatisticsOptions({ path: { organization }, query }), staleTime: 5 * 60_000 };
}

/** The municipalities in which an organisation works, by name; none where its units have no areas, or lie in several provinces. */
export function municipalitiesOptions(organization: string) {
  return queryOptions({
    queryKey: ['municipalities', organization],
    queryFn: ({ signal }) => municipalitiesOf(organization, signal),
    staleTime: Infinity,
  });
}

async function municipalitiesOf(organization: string, signal: AbortSignal): Promise<Area[]> {
  const units = await listUnits({ path: { organization }, query: { pageSize: most }, signal });
  const ids = new Set(units.data.items.flatMap(({ areaId }) => areaId ?? []));
  const [first] = ids;
  if (first === undefined) return [];
  const { data: area } = await getArea({ path: { area: first }, signal });
  const within = area.kind === 'municipality' ? area.parentId : area.id;
  if (within == null) return [];
  const { data } = await listAreas({ query: { kind: 'municipality', within, pageSize: most }, signal });
  if (ids.has(within)) return data.items;
  const own = data.items.filter(({ id }) => ids.has(id));
  return own.length === ids.size ? own : [];
}

/** The networks and units that can host a meeting too, by name: at most a hundred of each. */
export function possibleHostsOptions(organization: string) {
  return queryOptions({
    queryKey: ['possible-hosts', organization],
    queryFn: async ({ signal }): Promise<MeetingHost[]> => {
      const request = { path: { organization }, query: { pageSize: most }, signal };
      const [networks, units] = await Promise.all([listNetworks(request), listUnits(request)]);
      const running = networks.data.items.filter(({ state }) => state !== 'ended' && state !== 'proposed');
      return [
        ...running.map(({ id, name }) => ({ kind: 'network' as const, id, name })),
        ...units.data.items.map(({ id, name }) => ({ kind: 'unit' as const, id, name })),
      ];
    },
  });
}

function thisHour(): string {
  const hour = new Date();
  hour.setMinutes(0, 0, 0);
  return hour.toISOString().replace('.000Z', 'Z');
}

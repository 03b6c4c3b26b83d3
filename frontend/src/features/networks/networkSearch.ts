import type { ListNetworksData, NetworkKind, NetworkState } from '@/api/gen/types.gen';
import { kindLabels } from '@/app/networkLabels';
import { stateLabels } from './labels';

/** Filters of the list, as they stand in the address. */
export type NetworkSearch = { zoek?: string; soort?: NetworkKind; fase?: NetworkState; van?: 'mij' };

const longestTerm = 100;

/** Reads the filters from an address; what is unknown is left out. */
export function readNetworkSearch(search: Record<string, unknown>): NetworkSearch {
  const { zoek, soort, fase, van } = search;
  return {
    ...(typeof zoek === 'string' && zoek.trim() !== '' ? { zoek: zoek.slice(0, longestTerm) } : {}),
    ...(isCode(kindLabels, soort) ? { soort } : {}),
    ...(isCode(stateLabels, fase) ? { fase } : {}),
    ...(van === 'mij' ? { van } : {}),
  };
}

/** The same filters as the API takes them. */
export function networkQuery({ zoek, soort, fase, van }: NetworkSearch): NonNullable<ListNetworksData['query']> {
  return {
    ...(zoek === undefined ? {} : { q: zoek }),
    ...(soort === undefined ? {} : { kind: soort }),
    ...(fase === undefined ? {} : { state: fase }),
    ...(van === undefined ? {} : { choice: 'mine' }),
  };
}

function isCode<Code extends string>(labels: Record<Code, unknown>, value: unknown): value is Code {
  return typeof value === 'string' && Object.hasOwn(labels, value);
}

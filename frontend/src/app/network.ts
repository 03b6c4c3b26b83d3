import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Network } from '@/api/gen/types.gen';
import { getNetworkOptions } from '@/api/gen/@tanstack/react-query.gen';
import { may } from './organization';

/** One network of an organisation, by its slug, as the caller may see it. */
export function networkOptions(organization: string, network: string) {
  return getNetworkOptions({ path: { organization, network } });
}

/** Set by the route of a network's workspace. */
export const NetworkContext = createContext<Network | null>(null);

/** The network of this page. Only below `/$organization/netwerken/$network/beheer`. */
export function useNetwork(): Network {
  const network = useContext(NetworkContext);
  if (network === null) throw new Error('useNetwork is for pages of a network’s workspace');
  return network;
}

/** What each part of the workspace is for; who may do none of these has no workspace. */
const workspaceActions = {
  leden: 'memberships.list',
  functies: 'positions.open',
  werkgroepen: 'working-groups.found',
  bijeenkomsten: 'meetings.schedule',
  doelen: 'networks.describe',
  evaluatie: 'evaluations.read',
} as const;

/** Parts of a network's workspace, in the order of their tabs. */
export type WorkspacePart = keyof typeof workspaceActions;

/** The parts of the workspace that the caller can use, in order; empty for who does not run this network. */
export function workspaceParts(network: Network): WorkspacePart[] {
  const parts = Object.keys(workspaceActions) as WorkspacePart[];
  const isIn = parts.some((part) => may(network, workspaceActions[part]));
  return isIn ? parts.filter((part) => isForAll(part) || may(network, workspaceActions[part])) : [];
}

/** Who takes part and how it went is not for everyone who has a workspace; the rest is. */
function isForAll(part: WorkspacePart): boolean {
  return part !== 'leden' && part !== 'evaluatie';
}

/** What must be asked anew when something about networks changed: their pages, lists, health and what waits all show each other's figures. */
export function refreshNetworks(queryClient: QueryClient): Promise<unknown> {
  const operations = [
    'getOwnAccount',
    'getNetwork',
    'listNetworks',
    'listNetworkHealth',
    'listMemberships',
    'listPositions',
  ];
  return Promise.all(operations.map((_id) => queryClient.invalidateQueries({ queryKey: [{ _id }] })));
}

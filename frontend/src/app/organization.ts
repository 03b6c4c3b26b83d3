import { createContext, useContext } from 'react';
import type { Organization } from '@/api/gen/types.gen';
import { getOrganizationOptions } from '@/api/gen/@tanstack/react-query.gen';

/** The organisation under whose address the reader is; it changes seldom. */
export function organizationOptions(organization: string) {
  return { ...getOrganizationOptions({ path: { organization } }), staleTime: 5 * 60_000 };
}

/** Set by the route `/$organization`. */
export const OrganizationContext = createContext<Organization | null>(null);

/** The organisation of this page, or null on pages outside any. */
export function useOptionalOrganization(): Organization | null {
  return useContext(OrganizationContext);
}

/** The organisation of this page. Only below `/$organization`. */
export function useOrganization(): Organization {
  const organization = useContext(OrganizationContext);
  if (organization === null) throw new Error('useOrganization is for pages below /$organization');
  return organization;
}

/** Whether this is an installation with invented people; the API says so only then. */
export function isDemo(organization: object): boolean {
  return 'isDemo' in organization && organization.isDemo === true;
}

/** Whether the caller may do something, as the API says in `actions`. The one way to decide what to show. */
export function may(thing: { actions: readonly string[] }, action: string): boolean {
  return thing.actions.includes(action);
}

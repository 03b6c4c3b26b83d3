import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getOwnAccount, openSession } from '@/api/gen/sdk.gen';
import { getOwnAccountOptions, getOwnAccountQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import type { Me, Participation } from '@/api/gen/types.gen';
import { versioned } from './api';
import { adoptLocale } from './i18n';
import { session, useSessionStatus } from './session';

/** The account of who is signed in: what they are to each organisation, and what waits for them. */
export function accountOptions() {
  return getOwnAccountOptions();
}

/** The account with its version, for changing it. */
export function versionedAccountOptions() {
  return {
    queryKey: [...getOwnAccountQueryKey(), 'version'],
    queryFn: ({ signal }: { signal: AbortSignal }) => versioned(getOwnAccount({ signal })),
  };
}

/** The account, once it is known; undefined for visitors. */
export function useAccount(): Me | undefined {
  const status = useSessionStatus();
  return useQuery({ ...accountOptions(), enabled: status === 'signed-in' }).data;
}

/** What someone is to one organisation; undefined for who does not belong to it. */
export function participationIn(account: Me, organization: string): Participation | undefined {
  return account.organizations.find(({ slug }) => slug === organization);
}

/** Speaks the language of the account; a choice made on this device wins. */
export function useAccountLanguage() {
  const language = useAccount()?.language;
  // The catalogues live outside React.
  useEffect(() => {
    if (language) void adoptLocale(language);
  }, [language]);
}

/** Opens a session of this browser. Who is on a screen for visitors only is sent on by that screen's guard. */
export async function signIn(email: string, password: string): Promise<void> {
  const { data } = await openSession({ body: { email, password } });
  session.adopt(data.accessToken);
}

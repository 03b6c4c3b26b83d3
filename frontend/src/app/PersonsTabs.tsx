import { useLingui } from '@lingui/react/macro';
import { Tabs } from '@/ui/Tabs';
import { useAccount } from './account';
import { useOrganization } from './organization';
import { paths } from './paths';

/** The lists of people of the office; the requests show how many wait. */
export function PersonsTabs({ current }: { current: 'everyone' | 'requests' | 'invitations' }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const waiting = useAccount()?.waiting ?? [];
  const requests = waiting.find(({ kind, organization }) => kind === 'affiliations.decide' && organization === slug);
  const hrefs = {
    everyone: paths.office(slug, 'personen'),
    requests: paths.memberRequests(slug),
    invitations: paths.invitations(slug),
  };
  return (
    <Tabs
      label={t`Lijsten van personen`}
      current={hrefs[current]}
      tabs={[
        { href: hrefs.everyone, label: t`Iedereen` },
        {
          href: hrefs.requests,
          label: t`Aanvragen`,
          count: { value: requests?.count ?? 0, meaning: t`wachten op antwoord` },
        },
        { href: hrefs.invitations, label: t`Uitnodigingen` },
      ]}
    />
  );
}

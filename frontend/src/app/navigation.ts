import { useLingui } from '@lingui/react/macro';
import { useRouterState } from '@tanstack/react-router';
import type { Organization } from '@/api/gen/types.gen';
import type { IconName } from '@/ui/Icon';
import { may } from './organization';
import { paths } from './paths';
import { useSessionStatus } from './session';

type NavigationItem = { href: string; label: string; icon: IconName; isCurrent: boolean };

/** Who may do one of these works in the office or on the board, and gets a link to it. */
const officeActions = [
  'persons.list',
  'organizations.configure',
  'founding-plans.review',
  'founding-plans.decide',
  'networks.oversee',
];

/** The main links of an organisation for this reader: three to five. */
export function useNavigation(organization: Organization): NavigationItem[] {
  const { t } = useLingui();
  const status = useSessionStatus();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const { slug } = organization;
  const isOffice = officeActions.some((action) => may(organization, action));

  const links: Omit<NavigationItem, 'isCurrent'>[] = [
    { href: paths.start(slug), label: t`Start`, icon: 'home' },
    { href: paths.networks(slug), label: t`Netwerken`, icon: 'network' },
    { href: paths.meetings(slug), label: t`Agenda`, icon: 'calendar' },
  ];
  if (status === 'signed-in') links.push({ href: paths.mine(slug), label: t`Voor mij`, icon: 'person' });
  if (isOffice) links.push({ href: paths.office(slug), label: t`Kantoor`, icon: 'office' });

  const place = placeOf(pathname, slug, isOffice ? paths.office(slug) : paths.mine(slug));
  return links.map((link) => ({
    ...link,
    isCurrent: link.href === paths.start(slug) ? place === link.href : `${place}/`.startsWith(`${link.href}/`),
  }));
}

/** The address whose link stands out. Plans and evaluations have no link of their own: they belong to `work`, the office or the reader's own pages. */
function placeOf(pathname: string, organization: string, work: string): string {
  if (pathname === paths.startNetwork(organization)) return paths.networks(organization);
  const files = ['plannen', 'evaluaties'].map((segment) => `${paths.start(organization)}/${segment}/`);
  return files.some((file) => pathname.startsWith(file)) ? work : pathname;
}

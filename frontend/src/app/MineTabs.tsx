import { useLingui } from '@lingui/react/macro';
import { Tabs } from '@/ui/Tabs';
import { useOrganization } from './organization';
import { paths } from './paths';

/** The two pages about oneself. */
export function MineTabs({ current }: { current: 'overview' | 'account' }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const hrefs = { overview: paths.mine(slug), account: paths.account(slug) };
  return (
    <Tabs
      label={t`Jouw pagina’s`}
      current={hrefs[current]}
      tabs={[
        { href: hrefs.overview, label: t`Overzicht` },
        { href: hrefs.account, label: t`Mijn gegevens` },
      ]}
    />
  );
}

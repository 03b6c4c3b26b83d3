import { Trans, useLingui } from '@lingui/react/macro';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LinkButton } from '@/ui/Button';
import { Stack } from '@/ui/Layout';
import { EmptyState } from '@/ui/States';
import { Tabs } from '@/ui/Tabs';
import { type OfficeSection, officeSectionPath, officeSections } from './officeSections';
import { useOrganization } from './organization';
import { Page } from './Page';
import { paths } from './paths';

/** Around every screen of the office: the way between its sections. */
export function OfficeFrame({ children }: { children: ReactNode }) {
  const organization = useOrganization();
  if (officeSections(organization).length === 0) return <NoOffice />;
  return (
    <Stack>
      <Sections />
      <div>{children}</div>
    </Stack>
  );
}

function Sections() {
  const { t } = useLingui();
  const organization = useOrganization();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const labels: Record<OfficeSection, string> = {
    overzicht: t`Overzicht`,
    plannen: t`Plannen`,
    personen: t`Personen`,
    instellingen: t`Instellingen`,
  };
  const sections = officeSections(organization).map((section) => ({
    section,
    label: labels[section],
    href: officeSectionPath(organization.slug, section),
  }));
  const isOpen = ({ section, href }: (typeof sections)[number]) =>
    section !== 'overzicht' && `${pathname}/`.startsWith(`${href}/`);
  const current = sections.find(isOpen) ?? sections.find(({ section }) => section === 'overzicht');
  return <Tabs label={t`Onderdelen van het kantoor`} current={current?.href ?? ''} tabs={sections} />;
}

function NoOffice() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  return (
    <Page title={t`Kantoor`}>
      <EmptyState
        level={2}
        icon="office"
        title={t`Deze pagina is voor het kantoor en het bestuur`}
        action={<LinkButton variant="primary" href={paths.mine(slug)}>{t`Naar jouw overzicht`}</LinkButton>}
      >
        <p>
          <Trans>Werk je hier wel? Vraag de beheerder van je organisatie om je een functie te geven.</Trans>
        </p>
      </EmptyState>
    </Page>
  );
}

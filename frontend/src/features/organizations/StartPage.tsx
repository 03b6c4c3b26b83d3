import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { LinkButton } from '@/ui/Button';
import { FlywheelEmblem } from '@/ui/Flywheel';

type StartPageProps = {
  /** A FlywheelRing with the organisation's own year; the mark until there is one. */
  flywheel?: ReactNode;
  /** Sections of other features; the route puts them together. */
  children: ReactNode;
};

/** What an organisation is, and the ways in. */
export function StartPage({ flywheel, children }: StartPageProps) {
  const { t } = useLingui();
  const organization = useOrganization();
  return (
    <Page
      look="hero"
      title={organization.name}
      intro={<p>{organization.description}</p>}
      aside={flywheel ?? <FlywheelEmblem />}
      actions={
        <>
          <LinkButton variant="primary" href={paths.networks(organization.slug)}>{t`Vind je netwerk`}</LinkButton>
          <LinkButton href={paths.meetings(organization.slug)}>{t`Bekijk de agenda`}</LinkButton>
        </>
      }
    >
      {children}
    </Page>
  );
}

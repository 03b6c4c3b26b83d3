import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { Card } from '@/ui/Card';
import type { IconName } from '@/ui/Icon';
import { CardGrid, Section } from '@/ui/Layout';
import { SignTile } from '@/ui/SignTile';

/** Three ways to take part, from light to much. */
export function WaysToJoin() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  return (
    <Section title={t`Doe mee op jouw manier`}>
      <CardGrid label={t`Manieren om mee te doen`}>
        <Way icon="calendar" title={t`Kom een keer kijken`} href={paths.meetings(slug)}>
          <Trans>Bij veel bijeenkomsten is iedereen welkom, ook als je geen lid bent.</Trans>
        </Way>
        <Way icon="network" title={t`Word lid van een netwerk`} href={paths.networks(slug)}>
          <Trans>Kies een onderwerp of een groep mensen. Je mag bij zoveel netwerken horen als je wilt.</Trans>
        </Way>
        <Way icon="add" title={t`Start zelf een netwerk`} href={paths.startNetwork(slug)}>
          <Trans>Mist er iets? Met vier mensen maak je een plan, en het kantoor denkt mee.</Trans>
        </Way>
      </CardGrid>
    </Section>
  );
}

function Way({ icon, title, href, children }: { icon: IconName; title: string; href: string; children: ReactNode }) {
  return (
    <li>
      <Card title={title} href={href} lead={<SignTile icon={icon} />}>
        <p>{children}</p>
      </Card>
    </li>
  );
}

import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Tabs } from '@/ui/Tabs';
import { useAccount } from './account';
import { useNetwork, type WorkspacePart, workspaceParts } from './network';
import { useOrganization } from './organization';
import { Page } from './Page';
import { paths } from './paths';

const labels: Record<WorkspacePart, MessageDescriptor> = {
  leden: msg`Leden`,
  functies: msg`Functies`,
  werkgroepen: msg`Werkgroepen`,
  bijeenkomsten: msg`Bijeenkomsten`,
  doelen: msg`Doelen`,
  evaluatie: msg`Evaluatie`,
};

type WorkspacePageProps = {
  /** Which tab is open. */
  part: WorkspacePart;
  /** What this part is for, in one or two sentences. */
  intro?: ReactNode;
  /** The main action, at most two. */
  actions?: ReactNode;
  children: ReactNode;
};

/** A screen of a network's workspace: its title, the way up, the tabs. */
export function WorkspacePage({ part, intro, actions, children }: WorkspacePageProps) {
  const { t, i18n } = useLingui();
  const { slug } = useOrganization();
  const network = useNetwork();
  const requests = useRequestCount();
  return (
    <Page
      title={i18n._(labels[part])}
      intro={intro}
      actions={actions}
      crumbs={[
        { label: t`Netwerken`, href: paths.networks(slug) },
        { label: network.name, href: paths.network(slug, network.slug) },
      ]}
    >
      <Tabs
        label={t`Onderdelen van ${network.name}`}
        current={paths.networkWorkspace(slug, network.slug, part)}
        tabs={workspaceParts(network).map((name) => ({
          href: paths.networkWorkspace(slug, network.slug, name),
          label: i18n._(labels[name]),
          ...(name === 'leden' && requests > 0 ? { count: { value: requests, meaning: t`aanvragen` } } : {}),
        }))}
      />
      {children}
    </Page>
  );
}

/** How many people wait for an answer of the core group: the count only, since who looks at their names is kept on record. */
function useRequestCount(): number {
  const network = useNetwork();
  const waiting = useAccount()?.waiting ?? [];
  return waiting.find(({ kind, id }) => kind === 'memberships.decide' && id === network.id)?.count ?? 0;
}

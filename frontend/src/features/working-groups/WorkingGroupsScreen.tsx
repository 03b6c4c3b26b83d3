import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useKeysetList } from '@/app/keysetList';
import { useNetwork } from '@/app/network';
import { may, useOrganization } from '@/app/organization';
import { WorkspacePage } from '@/app/WorkspacePage';
import { Button } from '@/ui/Button';
import { CardList, Stack } from '@/ui/Layout';
import { ShowMore } from '@/ui/ShowMore';
import { EmptyState } from '@/ui/States';
import { workingGroupsOptions } from './queries';
import { WorkingGroupCard } from './WorkingGroupCard';
import { WorkingGroupForm } from './WorkingGroupForm';

/** The working groups of a network. */
export function WorkingGroupsScreen() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const network = useNetwork();
  const [isFounding, setFounding] = useState(false);
  const { items, more } = useKeysetList(workingGroupsOptions(slug, network.id));
  const canFound = may(network, 'working-groups.found');
  return (
    <WorkspacePage
      part="werkgroepen"
      intro={
        <p>
          <Trans>Een paar mensen die samen aan één ding werken, van leden of van deskundigen.</Trans>
        </p>
      }
      actions={
        canFound ? (
          <Button variant="primary" icon="add" onPress={() => setFounding(true)}>{t`Richt een werkgroep op`}</Button>
        ) : null
      }
    >
      <Stack>
        {items.length === 0 ? (
          <EmptyState
            level={2}
            icon="people"
            title={t`Er zijn nog geen werkgroepen`}
            action={canFound ? <Button onPress={() => setFounding(true)}>{t`Richt de eerste op`}</Button> : null}
          >
            <p>
              <Trans>Een werkgroep bereidt bijvoorbeeld een advies voor, of organiseert een symposium.</Trans>
            </p>
          </EmptyState>
        ) : (
          <CardList label={t`Werkgroepen`}>
            {items.map((group) => (
              <li key={group.id}>
                <WorkingGroupCard group={group} />
              </li>
            ))}
          </CardList>
        )}
        <ShowMore {...more} />
      </Stack>
      {isFounding ? <WorkingGroupForm onClose={() => setFounding(false)} /> : null}
    </WorkspacePage>
  );
}

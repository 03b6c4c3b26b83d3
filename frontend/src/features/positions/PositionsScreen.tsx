import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Position } from '@/api/gen/types.gen';
import { useKeysetList } from '@/app/keysetList';
import { useNetwork } from '@/app/network';
import { may, useOrganization } from '@/app/organization';
import { WorkspacePage } from '@/app/WorkspacePage';
import { Button } from '@/ui/Button';
import { CardList, Section } from '@/ui/Layout';
import { ShowMore } from '@/ui/ShowMore';
import { EmptyState, Notice } from '@/ui/States';
import { OpenPosition } from './OpenPosition';
import { PositionCard } from './PositionCard';
import { positionsOptions } from './queries';

/** The seats of a network: who holds them, which are vacant, and what to do about it. */
export function PositionsScreen() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const network = useNetwork();
  const [isOpening, setOpening] = useState(false);
  const { items, more } = useKeysetList(positionsOptions(slug, network.id));
  const canOpen = may(network, 'positions.open');
  return (
    <WorkspacePage
      part="functies"
      intro={
        <p>
          <Trans>Wie doet wat in dit netwerk, en wat er nog vrij is. Vrije functies staan op de netwerkpagina.</Trans>
        </p>
      }
      actions={
        canOpen ? (
          <Button variant="primary" icon="add" onPress={() => setOpening(true)}>{t`Maak een functie`}</Button>
        ) : null
      }
    >
      <CoreGroupNotice />
      {items.length === 0 ? (
        <EmptyState
          icon="person"
          level={2}
          title={t`Er zijn nog geen functies`}
          action={canOpen ? <Button onPress={() => setOpening(true)}>{t`Maak de eerste functie`}</Button> : null}
        >
          <p>
            <Trans>Begin met de kerngroep: een voorzitter, een secretaris en een paar leden.</Trans>
          </p>
        </EmptyState>
      ) : (
        <>
          <Seats title={t`Kerngroep`} positions={items.filter(({ body }) => body === 'core-group')} />
          <Seats title={t`Andere functies`} positions={items.filter(({ body }) => body !== 'core-group')} />
        </>
      )}
      <ShowMore {...more} />
      {isOpening ? <OpenPosition onClose={() => setOpening(false)} /> : null}
    </WorkspacePage>
  );
}

function CoreGroupNotice() {
  const { t } = useLingui();
  const { size, minimum } = useNetwork().coreGroup;
  if (size >= minimum) return null;
  return (
    <Notice tone="warn" title={t`De kerngroep is te klein: ${size} van minstens ${minimum} mensen`}>
      <p>
        <Trans>Benoem iemand uit het netwerk, of schrijf bij een vrije functie wie jullie zoeken.</Trans>
      </p>
    </Notice>
  );
}

function Seats({ title, positions }: { title: string; positions: readonly Position[] }) {
  if (positions.length === 0) return null;
  return (
    <Section title={title}>
      <CardList label={title}>
        {positions.map((position) => (
          <li key={position.id}>
            <PositionCard position={position} />
          </li>
        ))}
      </CardList>
    </Section>
  );
}

import { Badge, Status } from '@/ui/Badge';
import { Button, LinkButton } from '@/ui/Button';
import { CardGrid, Row, Stack } from '@/ui/Layout';
import { EmptyState, Notice, Skeleton } from '@/ui/States';
import { unreachable } from '../problem';
import { ProblemState } from '../ProblemState';

export function StateSamples() {
  return (
    <Stack>
      <Row>
        <Badge>zorg</Badge>
        <Badge tone="brand">Themanetwerk</Badge>
        <Badge tone="accent">Proef</Badge>
        <Status tone="ok">Actief</Status>
        <Status tone="warn">Slapend</Status>
        <Status tone="bad">Kerngroep te klein</Status>
        <Status tone="info">In behandeling</Status>
      </Row>
      <Notice title="Je plan ligt bij het kantoor">
        <p>Je hoort binnen twee weken wat zij ervan vinden.</p>
      </Notice>
      <Notice tone="ok" title="Je bent aangemeld">
        <p>We hebben een bevestiging gestuurd.</p>
      </Notice>
      <Notice tone="warn" title="De kerngroep heeft nog drie leden" action={<Button>Nodig iemand uit</Button>}>
        <p>Minstens vier is de afspraak. Over 60 dagen gaat het netwerk anders slapen.</p>
      </Notice>
      <CardGrid label="Toestanden">
        <li>
          <EmptyState
            title="Nog geen bijeenkomsten"
            icon="calendar"
            action={
              <LinkButton variant="primary" href="/stijlgids">
                Plan een bijeenkomst
              </LinkButton>
            }
          >
            <p>Zodra de kerngroep er een plant, staat die hier.</p>
          </EmptyState>
        </li>
        <li>
          <ProblemState error={unreachable()} onRetry={() => undefined} />
        </li>
        <li>
          <Skeleton count={2} />
        </li>
      </CardGrid>
    </Stack>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { AffiliationWithPerson } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { useKeysetList } from '@/app/keysetList';
import { may, useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { PersonsTabs } from '@/app/PersonsTabs';
import { paths } from '@/app/paths';
import { ProblemNotice } from '@/app/ProblemState';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { CardList, Stack } from '@/ui/Layout';
import { ShowMore } from '@/ui/ShowMore';
import { EmptyState } from '@/ui/States';
import { showToast } from '@/ui/toasts';
import { useDecision } from './decision';
import { affiliationsOptions } from './queries';

/** Who says to be a member and waits for the office. */
export function RequestsPage() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { items, more } = useKeysetList(affiliationsOptions(slug, 'requested'));
  return (
    <Page title={t`Aanvragen`} intro={<p>{t`Deze mensen zeggen dat ze lid zijn. Kijk het na en geef antwoord.`}</p>}>
      <Stack>
        <PersonsTabs current="requests" />
        {items.length === 0 ? (
          <EmptyState level={2} icon="check" title={t`Alles is beantwoord`}>
            <p>
              <Trans>Meldt iemand zich aan als lid? Dan staat die aanvraag hier.</Trans>
            </p>
          </EmptyState>
        ) : (
          <CardList label={t`Aanvragen`}>
            {items.map((request) => (
              <li key={request.affiliation.id}>
                <RequestCard request={request} />
              </li>
            ))}
          </CardList>
        )}
        <ShowMore {...more} />
      </Stack>
    </Page>
  );
}

function RequestCard({ request }: { request: AffiliationWithPerson }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const format = useFormat();
  const [isDeclining, setDeclining] = useState(false);
  const decision = useDecision();
  const { affiliation, name, email, personId } = request;
  const canDecide = may(affiliation, 'affiliations.decide');
  const approve = () =>
    decision.mutate(
      { affiliation: affiliation.id, decision: 'approve' },
      { onSuccess: () => showToast({ text: t`${name} is nu lid, en krijgt een mail.` }) },
    );
  return (
    <Card
      level={2}
      title={name}
      href={paths.person(slug, personId)}
      actions={
        canDecide ? (
          <>
            <Button variant="primary" icon="check" isDisabled={decision.isPending} onPress={approve}>
              {t`Ja, dit is een lid`}
            </Button>
            <Button isDisabled={decision.isPending} onPress={() => setDeclining(true)}>{t`Wijs af`}</Button>
          </>
        ) : null
      }
    >
      <p>{email}</p>
      <p>{t`Gevraagd op ${format.day(affiliation.createdAt)}`}</p>
      {decision.error && !isDeclining ? <ProblemNotice error={decision.error} /> : null}
      <ConfirmDialog
        title={t`Wijs je de aanvraag van ${name} af?`}
        isOpen={isDeclining}
        onClose={() => setDeclining(false)}
        confirmText={t`Wijs af`}
        tone="danger"
        reason={{ label: t`Waarom?`, hint: t`Dit leest ${name} in de mail.` }}
        isBusy={decision.isPending}
        error={decision.error ? <ProblemNotice error={decision.error} /> : null}
        onConfirm={(reason) =>
          decision.mutate(
            { affiliation: affiliation.id, decision: 'decline', reason },
            { onSuccess: () => showToast({ text: t`De aanvraag van ${name} is afgewezen.` }) },
          )
        }
      >
        <p>
          <Trans>Het account van {name} blijft werken. Vragen kan later opnieuw.</Trans>
        </p>
      </ConfirmDialog>
    </Card>
  );
}

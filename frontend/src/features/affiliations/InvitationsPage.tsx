import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { inviteAffiliation } from '@/api/gen/sdk.gen';
import type { AffiliationWithPerson } from '@/api/gen/types.gen';
import { affiliationKinds } from '@/app/affiliation';
import { useFormat } from '@/app/format';
import { useKeysetList } from '@/app/keysetList';
import { may, useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { PersonsTabs } from '@/app/PersonsTabs';
import { paths } from '@/app/paths';
import { ProblemNotice } from '@/app/ProblemState';
import { Badge } from '@/ui/Badge';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { CardList, Row, Stack } from '@/ui/Layout';
import { ShowMore } from '@/ui/ShowMore';
import { EmptyState } from '@/ui/States';
import { showToast } from '@/ui/toasts';
import { useDecision } from './decision';
import { InviteButton } from './InviteButton';
import { affiliationsOptions } from './queries';

/** Who was invited and has not answered. */
export function InvitationsPage() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { items, more } = useKeysetList(affiliationsOptions(slug, 'invited'));
  return (
    <Page
      title={t`Uitnodigingen`}
      intro={<p>{t`Deze mensen kregen een uitnodiging en hebben nog niet geantwoord.`}</p>}
      actions={<InviteButton />}
    >
      <Stack>
        <PersonsTabs current="invitations" />
        {items.length === 0 ? (
          <EmptyState level={2} icon="mail" title={t`Er staat geen uitnodiging open`}>
            <p>
              <Trans>Iedereen heeft geantwoord, of er is nog niemand uitgenodigd.</Trans>
            </p>
          </EmptyState>
        ) : (
          <CardList label={t`Uitnodigingen`}>
            {items.map((invitation) => (
              <li key={invitation.affiliation.id}>
                <InvitationCard invitation={invitation} />
              </li>
            ))}
          </CardList>
        )}
        <ShowMore {...more} />
      </Stack>
    </Page>
  );
}

function InvitationCard({ invitation }: { invitation: AffiliationWithPerson }) {
  const { t, i18n } = useLingui();
  const { slug } = useOrganization();
  const format = useFormat();
  const { affiliation, name, email, personId } = invitation;
  return (
    <Card
      level={2}
      title={name}
      href={paths.person(slug, personId)}
      badges={<Badge>{i18n._(affiliationKinds[affiliation.kind])}</Badge>}
      aside={
        <Row>
          <SendAgain invitation={invitation} />
          {may(affiliation, 'affiliations.decide') ? <TakeBack invitation={invitation} /> : null}
        </Row>
      }
    >
      <p>{email}</p>
      <p>{t`Uitgenodigd op ${format.day(affiliation.createdAt)}`}</p>
    </Card>
  );
}

/** Mails a new link; the old one stops working. */
function SendAgain({ invitation }: { invitation: AffiliationWithPerson }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { affiliation, name, email } = invitation;
  const again = useMutation({
    mutationFn: (to: string) => {
      const { kind } = affiliation;
      if (kind === 'guest') throw new Error('guests are not invited');
      return inviteAffiliation({
        path: { organization: slug },
        body: { name, email: to, kind },
      });
    },
    onSuccess: () => showToast({ text: t`We mailen ${name} een nieuwe link.` }),
    onError: () => showToast({ tone: 'bad', text: t`De mail kon niet worden verstuurd. Probeer het straks opnieuw.` }),
  });
  if (email == null) return null;
  return (
    <Button
      icon="mail"
      isDisabled={again.isPending}
      aria-label={t`Stuur ${name} opnieuw een uitnodiging`}
      onPress={() => again.mutate(email)}
    >
      {t`Stuur opnieuw`}
    </Button>
  );
}

function TakeBack({ invitation }: { invitation: AffiliationWithPerson }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const decision = useDecision();
  const { affiliation, name } = invitation;
  return (
    <>
      <Button aria-label={t`Trek de uitnodiging van ${name} in`} onPress={() => setOpen(true)}>{t`Trek in`}</Button>
      <ConfirmDialog
        title={t`Trek je de uitnodiging van ${name} in?`}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        confirmText={t`Trek in`}
        tone="danger"
        reason={{ label: t`Waarom?`, hint: t`Dit blijft bij de persoon staan.` }}
        isBusy={decision.isPending}
        error={decision.error ? <ProblemNotice error={decision.error} /> : null}
        onConfirm={(reason) =>
          decision.mutate(
            { affiliation: affiliation.id, decision: 'decline', reason },
            { onSuccess: () => showToast({ text: t`De uitnodiging van ${name} is ingetrokken.` }) },
          )
        }
      >
        <p>
          <Trans>De link in de mail werkt dan niet meer. Je kunt {name} later opnieuw uitnodigen.</Trans>
        </p>
      </ConfirmDialog>
    </>
  );
}

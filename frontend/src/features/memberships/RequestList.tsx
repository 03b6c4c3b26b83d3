import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { decideMembership } from '@/api/gen/sdk.gen';
import type { Membership, MembershipDecision } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { useKeysetList } from '@/app/keysetList';
import { refreshNetworks, useNetwork } from '@/app/network';
import { may, useOrganization } from '@/app/organization';
import { ProblemNotice } from '@/app/ProblemState';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { CardList, Section } from '@/ui/Layout';
import { ShowMore } from '@/ui/ShowMore';
import { showToast } from '@/ui/toasts';
import { membershipsOptions } from './queries';

/** People who wait for an answer of the core group. */
export function RequestList() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const network = useNetwork();
  const { items, more } = useKeysetList(membershipsOptions(slug, network.id, 'requested'));
  if (items.length === 0 && network.openness !== 'approval') return null;
  return (
    <Section title={t`Aanvragen`}>
      {items.length === 0 ? (
        <p>
          <Trans>Er wacht nu niemand op antwoord.</Trans>
        </p>
      ) : (
        <CardList label={t`Aanvragen`}>
          {items.map((request) => (
            <li key={request.id}>
              <Request request={request} />
            </li>
          ))}
        </CardList>
      )}
      <ShowMore {...more} />
    </Section>
  );
}

function Request({ request }: { request: Membership }) {
  const { t } = useLingui();
  const { shortDay } = useFormat();
  const [isDeclining, setDeclining] = useState(false);
  const decide = useDecide(request);
  const name = request.name ?? '';
  return (
    <Card
      title={name}
      actions={
        may(request, 'memberships.decide') ? (
          <>
            <Button
              variant="primary"
              icon="check"
              busyText={decide.isPending && !isDeclining ? t`Even geduld…` : undefined}
              onPress={() => decide.mutate({ decision: 'approve' })}
            >{t`Laat toe`}</Button>
            <Button onPress={() => setDeclining(true)}>{t`Wijs af`}</Button>
          </>
        ) : null
      }
    >
      <p>
        <Trans>Steunt het doel. Gevraagd op {shortDay(request.supportsPurposeAt)}.</Trans>
      </p>
      {decide.isError && !isDeclining ? <ProblemNotice error={decide.error} /> : null}
      <ConfirmDialog
        isOpen={isDeclining}
        onClose={() => setDeclining(false)}
        title={t`${name} afwijzen?`}
        confirmText={t`Wijs de aanvraag af`}
        tone="danger"
        reason={{ label: t`Waarom niet?`, hint: t`${name} krijgt deze tekst in een mail.` }}
        isBusy={decide.isPending}
        error={decide.isError ? <ProblemNotice error={decide.error} /> : null}
        onConfirm={(reason) => decide.mutate({ decision: 'decline', reason })}
      >
        <p>
          <Trans>De aanvraag vervalt. Deze persoon mag het later opnieuw vragen.</Trans>
        </p>
      </ConfirmDialog>
    </Card>
  );
}

function useDecide(request: Membership) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const queryClient = useQueryClient();
  const name = request.name ?? '';
  return useMutation({
    mutationFn: (body: MembershipDecision) =>
      decideMembership({ path: { organization, network: request.networkId, membership: request.id }, body }),
    async onSuccess(_, { decision }) {
      await refreshNetworks(queryClient);
      showToast({ text: decision === 'approve' ? t`${name} is nu lid.` : t`De aanvraag van ${name} is afgewezen.` });
    },
  });
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Affiliation } from '@/api/gen/types.gen';
import { affiliationKinds, affiliationStates } from '@/app/affiliation';
import { useFormat } from '@/app/format';
import { may } from '@/app/organization';
import { ProblemNotice } from '@/app/ProblemState';
import { Status } from '@/ui/Badge';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { CardList } from '@/ui/Layout';
import { EmptyState } from '@/ui/States';
import { showToast } from '@/ui/toasts';
import { useEnding } from './decision';

type AffiliationHistoryProps = { affiliations: readonly Affiliation[]; name: string };

/** What a person is and was to the organisation, the newest first; the office ends it here. */
export function AffiliationHistory({ affiliations, name }: AffiliationHistoryProps) {
  const { t } = useLingui();
  if (affiliations.length === 0) {
    return (
      <EmptyState title={t`Nog geen relatie`}>
        <p>
          <Trans>Nodig deze persoon uit om er een te maken.</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <CardList label={t`Relaties`}>
      {affiliations.toReversed().map((affiliation) => (
        <li key={affiliation.id}>
          <AffiliationCard affiliation={affiliation} name={name} />
        </li>
      ))}
    </CardList>
  );
}

function AffiliationCard({ affiliation, name }: { affiliation: Affiliation; name: string }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const { kind, state, startedOn, endedOn, reason } = affiliation;
  const { label, tone } = affiliationStates[state];
  return (
    <Card
      title={i18n._(affiliationKinds[kind])}
      badges={<Status tone={tone}>{i18n._(label)}</Status>}
      aside={may(affiliation, 'affiliations.end') ? <EndAffiliation affiliation={affiliation} name={name} /> : null}
    >
      {startedOn == null ? null : <p>{t`Sinds ${format.dayOn(startedOn)}`}</p>}
      {endedOn == null ? null : <p>{t`Tot en met ${format.dayOn(endedOn)}`}</p>}
      {reason ? <p>{t`Reden: ${reason}`}</p> : null}
    </Card>
  );
}

function EndAffiliation({ affiliation, name }: { affiliation: Affiliation; name: string }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const ending = useEnding();
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t`Beëindig`}</Button>
      <ConfirmDialog
        title={t`Beëindig je de relatie met ${name}?`}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        confirmText={t`Beëindig`}
        tone="danger"
        reason={{ label: t`Waarom?`, hint: t`Bijvoorbeeld: opgezegd per brief op 3 maart.` }}
        isBusy={ending.isPending}
        error={ending.error ? <ProblemNotice error={ending.error} /> : null}
        onConfirm={(reason) =>
          ending.mutate(
            { affiliation: affiliation.id, reason },
            {
              onSuccess: () => {
                setOpen(false);
                showToast({ text: t`De relatie met ${name} is beëindigd.` });
              },
            },
          )
        }
      >
        <p>
          <Trans>Functies en netwerken die hierbij horen, stoppen ook. Dat kun je niet ongedaan maken.</Trans>
        </p>
      </ConfirmDialog>
    </>
  );
}

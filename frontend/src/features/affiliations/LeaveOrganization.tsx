import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Affiliation } from '@/api/gen/types.gen';
import { affiliationKinds } from '@/app/affiliation';
import { may, useOrganization } from '@/app/organization';
import { ProblemNotice } from '@/app/ProblemState';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { Row, Section } from '@/ui/Layout';
import { showToast } from '@/ui/toasts';
import { useEnding } from './decision';

/** Stopping with an organisation: by the person, who owes nobody a reason. */
export function LeaveOrganization({ affiliations }: { affiliations: readonly Affiliation[] }) {
  const { t, i18n } = useLingui();
  const { name } = useOrganization();
  const [isOpen, setOpen] = useState(false);
  const ending = useEnding();
  const current = affiliations.find((affiliation) => may(affiliation, 'affiliations.end'));
  if (!current) return null;
  const kind = i18n._(affiliationKinds[current.kind]).toLowerCase();
  return (
    <Section title={t`Stoppen bij ${name}`}>
      <Panel>
        <p>
          <Trans>
            Je bent hier {kind}. Wil je niet meer meedoen? Dat regel je hier zelf. Een reden hoef je niet te geven.
          </Trans>
        </p>
        <Row>
          <Button variant="danger" onPress={() => setOpen(true)}>{t`Stop bij ${name}`}</Button>
        </Row>
      </Panel>
      <ConfirmDialog
        title={t`Stop je bij ${name}?`}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        confirmText={t`Ja, ik stop`}
        tone="danger"
        isBusy={ending.isPending}
        error={ending.error ? <ProblemNotice error={ending.error} /> : null}
        onConfirm={() =>
          ending.mutate(
            { affiliation: current.id, reason: '' },
            {
              onSuccess: () => {
                setOpen(false);
                showToast({ text: t`Je bent gestopt. Bedankt dat je er was.` });
              },
            },
          )
        }
      >
        <p>
          <Trans>Je netwerken, functies en aanmeldingen hier stoppen ook. Je account blijft bestaan.</Trans>
        </p>
      </ConfirmDialog>
    </Section>
  );
}

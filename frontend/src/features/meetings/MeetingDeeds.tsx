import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Meeting } from '@/api/gen/types.gen';
import { may, useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { ProblemNotice } from '@/app/ProblemState';
import { Button, LinkButton } from '@/ui/Button';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { HoldDialog } from './HoldDialog';
import { useMeetingDeed } from './useMeetingDeed';

type Asking = 'publish' | 'cancel' | 'hold';

/** What its hosts can do with a meeting now. */
export function MeetingDeeds({ meeting }: { meeting: Meeting }) {
  const { slug } = useOrganization();
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      {may(meeting, 'meetings.publish') ? (
        <Button variant="primary" onPress={() => setAsking('publish')}>
          <Trans>Publiceer</Trans>
        </Button>
      ) : null}
      {may(meeting, 'registrations.check-in') ? (
        <LinkButton
          variant={may(meeting, 'meetings.hold') ? 'secondary' : 'primary'}
          icon="checkIn"
          href={paths.checkIn(slug, meeting.id)}
        >
          <Trans>Check mensen in</Trans>
        </LinkButton>
      ) : null}
      {may(meeting, 'meetings.hold') ? (
        <Button variant="primary" icon="check" onPress={() => setAsking('hold')}>
          <Trans>De bijeenkomst is geweest</Trans>
        </Button>
      ) : null}
      {may(meeting, 'meetings.change') ? (
        <LinkButton icon="edit" href={paths.changeMeeting(slug, meeting.network.slug, meeting.id)}>
          <Trans>Wijzig</Trans>
        </LinkButton>
      ) : null}
      {may(meeting, 'meetings.cancel') ? (
        <Button onPress={() => setAsking('cancel')}>
          <Trans>Gelast af</Trans>
        </Button>
      ) : null}
      {asking === 'publish' ? <PublishDialog meeting={meeting} onClose={close} /> : null}
      {asking === 'cancel' ? <CancelDialog meeting={meeting} onClose={close} /> : null}
      {asking === 'hold' ? <HoldDialog meeting={meeting} onClose={close} /> : null}
    </>
  );
}

type DialogProps = { meeting: Meeting; onClose: () => void };

function PublishDialog({ meeting, onClose }: DialogProps) {
  const { t } = useLingui();
  const publish = useMeetingDeed(meeting, onClose);
  return (
    <ConfirmDialog
      title={t`Publiceer de bijeenkomst`}
      isOpen
      onClose={onClose}
      confirmText={t`Publiceer`}
      isBusy={publish.isPending}
      error={publish.error ? <ProblemNotice error={publish.error} /> : null}
      onConfirm={() => publish.mutate({ kind: 'publish' })}
    >
      <p>
        <Trans>“{meeting.title}” komt in de agenda en mensen kunnen zich aanmelden. Wijzigen kan daarna nog.</Trans>
      </p>
    </ConfirmDialog>
  );
}

function CancelDialog({ meeting, onClose }: DialogProps) {
  const { t } = useLingui();
  const cancel = useMeetingDeed(meeting, onClose);
  const told = meeting.registered + meeting.waitlisted;
  return (
    <ConfirmDialog
      title={t`Gelast de bijeenkomst af`}
      isOpen
      onClose={onClose}
      confirmText={t`Gelast af`}
      tone="danger"
      reason={{ label: t`Waarom gaat het niet door?`, hint: t`Iedereen op de lijst leest dit in de mail.` }}
      isBusy={cancel.isPending}
      error={cancel.error ? <ProblemNotice error={cancel.error} /> : null}
      onConfirm={(reason) => cancel.mutate({ kind: 'cancel', reason })}
    >
      <p>
        {told > 0 ? (
          <Plural
            value={told}
            one="Eén persoon krijgt een mail. Dit kun je niet ongedaan maken."
            other="# mensen krijgen een mail. Dit kun je niet ongedaan maken."
          />
        ) : (
          <Trans>Er heeft zich nog niemand aangemeld. Dit kun je niet ongedaan maken.</Trans>
        )}
      </p>
    </ConfirmDialog>
  );
}

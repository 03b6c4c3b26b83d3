import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId, useState } from 'react';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { TextAreaField } from './Field';
import { FormErrors } from './formErrors';

export type ConfirmDialogProps = {
  title: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  /** Names the deed: "Bijeenkomst afgelasten", never "OK". */
  confirmText: string;
  /** danger: something ends or cannot be undone. Default: primary. */
  tone?: 'primary' | 'danger';
  /** Asks why; the reason is passed on and must be given. */
  reason?: { label: string; hint?: string };
  isBusy?: boolean;
  /** A `ProblemNotice` when the action was refused. */
  error?: ReactNode;
  onConfirm: (reason: string) => void;
  /** What will happen, in one or two sentences. */
  children: ReactNode;
};

/** Asks before something that cannot be taken back. Where undo is possible, do it at once and offer a toast with undo instead. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, isOpen, onClose, confirmText, tone = 'primary', reason, isBusy, error, onConfirm, children } = props;
  const { t } = useLingui();
  const form = useId();
  const [isReasonMissing, setReasonMissing] = useState(false);
  const close = () => {
    setReasonMissing(false);
    onClose();
  };
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={close}
      size="narrow"
      footer={
        <>
          <Button onPress={close}>
            <Trans>Annuleren</Trans>
          </Button>
          <Button type="submit" form={form} variant={tone} busyText={isBusy ? t`Even geduld…` : undefined}>
            {confirmText}
          </Button>
        </>
      }
    >
      <div>{children}</div>
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const given = new FormData(event.currentTarget).get('reason');
          const text = typeof given === 'string' ? given.trim() : '';
          setReasonMissing(reason !== undefined && text === '');
          if (isBusy) return;
          if (reason === undefined || text !== '') onConfirm(text);
          else event.currentTarget.querySelector('textarea')?.focus();
        }}
      >
        {reason ? (
          <FormErrors value={isReasonMissing ? { reason: [t`Schrijf in een of twee zinnen waarom.`] } : {}}>
            <TextAreaField name="reason" required {...reason} />
          </FormErrors>
        ) : null}
      </form>
      {error}
    </Dialog>
  );
}

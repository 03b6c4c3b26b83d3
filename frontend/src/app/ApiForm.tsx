import { Plural, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button, type ButtonVariant } from '@/ui/Button';
import { FormErrors } from '@/ui/formErrors';
import { Notice } from '@/ui/States';
import styles from './ApiForm.module.css';
import { useProblemText } from './ProblemState';
import type { ApiFormState } from './useApiForm';

/** A form of `useApiForm`: shows errors at their fields, and above them what is wrong with the whole. */
export function ApiForm({ form, children }: { form: ApiFormState; children: ReactNode }) {
  return (
    <form id={form.id} noValidate className={styles['form']} onSubmit={form.onSubmit} onInput={form.onInput}>
      <Outcome form={form} />
      <FormErrors value={form.errors}>{children}</FormErrors>
    </form>
  );
}

function Outcome({ form }: { form: ApiFormState }) {
  const { title, detail } = useProblemText(form.problem);
  const count = Object.keys(form.errors).length;
  if (form.problem !== null) {
    return (
      <Notice tone="bad" title={title} announce="now">
        <p>{detail}</p>
        {form.otherErrors.map((error) => (
          <p key={error}>{error}</p>
        ))}
      </Notice>
    );
  }
  if (count === 0) return null;
  return (
    <p className="sr-only" role="alert">
      <Plural
        value={count}
        one="Eén antwoord klopt nog niet. Bij het veld staat wat je kunt doen."
        other="# antwoorden kloppen nog niet. Bij de velden staat wat je kunt doen."
      />
    </p>
  );
}

type SubmitButtonProps = {
  form: ApiFormState;
  variant?: ButtonVariant;
  width?: 'fit' | 'fill';
  /** Names the deed: "Meld je aan". */
  children: ReactNode;
};

/** Sends the form; may stand outside it, in the foot of a dialog. */
export function SubmitButton({ form, variant = 'primary', width = 'fit', children }: SubmitButtonProps) {
  const { t } = useLingui();
  return (
    <Button
      type="submit"
      form={form.id}
      variant={variant}
      width={width}
      busyText={form.isBusy ? t`Even geduld…` : undefined}
    >
      {children}
    </Button>
  );
}

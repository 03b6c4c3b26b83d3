import { Trans } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';
import { useFieldErrors } from './formErrors';
import { Icon } from './Icon';

/** What every field has: a name for the form, a visible label, an optional hint. */
export type FieldProps = {
  /** Path of the value in the body: `name`, or `goal.members` for the JSON pointer `/goal/members`. */
  name: string;
  label: ReactNode;
  /** One line above the control: why we ask, or an example. Never a placeholder. */
  hint?: ReactNode;
};

type Ids = { control: string; hint: string; error: string };

/** Ids, errors and attributes that tie a control to its label, hint and error. For the parts of this kit. */
export function useFieldParts({ name, hint }: Pick<FieldProps, 'name' | 'hint'>) {
  const id = useId();
  const errors = useFieldErrors(name);
  const ids: Ids = { control: id, hint: `${id}-hint`, error: `${id}-error` };
  const described = [hint ? ids.hint : null, errors.length > 0 ? ids.error : null].filter(Boolean).join(' ');
  return {
    ids,
    errors,
    control: {
      id,
      name,
      'aria-invalid': errors.length > 0 || undefined,
      'aria-describedby': described === '' ? undefined : described,
    },
  };
}

/** The sentences that say what to correct; tied to the control by its id. */
export function FieldError({ id, errors }: { id: string; errors: readonly string[] }) {
  if (errors.length === 0) return null;
  return (
    <p id={id} className={styles['error']}>
      <Icon name="alert" size={18} />
      <span>{errors.join(' ')}</span>
    </p>
  );
}

type FrameProps = Pick<FieldProps, 'label' | 'hint'> & {
  ids: Ids;
  errors: readonly string[];
  isRequired: boolean | undefined;
  children: ReactNode;
};

/** Label, hint, control and error below each other. For the parts of this kit. */
export function Frame({ ids, label, hint, errors, isRequired, children }: FrameProps) {
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={ids.control}>
        {label} {isRequired ? null : <OptionalMark />}
      </label>
      {hint ? (
        <p id={ids.hint} className={styles['hint']}>
          {hint}
        </p>
      ) : null}
      {children}
      <FieldError id={ids.error} errors={errors} />
    </div>
  );
}

/** Beside the label of what need not be filled in. */
export function OptionalMark() {
  return (
    <span className={styles['optional']}>
      <Trans>(mag leeg blijven)</Trans>
    </span>
  );
}

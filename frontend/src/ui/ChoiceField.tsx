import type { ReactNode } from 'react';
import type { Native } from './Field';
import styles from './Field.module.css';
import { FieldError, type FieldProps, OptionalMark, useFieldParts } from './FieldFrame';

/** One yes-or-no. Never ticked beforehand where it means consent. */
export function CheckboxField({ name, label, hint, ...input }: FieldProps & Native<'input'>) {
  const { ids, errors, control } = useFieldParts({ name, hint });
  return (
    <div className={styles['field']}>
      <label className={styles['choice']}>
        <input {...input} {...control} type="checkbox" className={styles['tick']} />
        <span>{label}</span>
      </label>
      {hint ? (
        <p id={ids.hint} className={styles['choiceHint']}>
          {hint}
        </p>
      ) : null}
      <FieldError id={ids.error} errors={errors} />
    </div>
  );
}

export type Choice = { value: string; label: ReactNode; hint?: ReactNode };

type ChoicesProps = FieldProps & {
  choices: readonly Choice[];
  defaultValue?: string | readonly string[] | undefined;
  required?: boolean;
  onChange?: (value: string) => void;
  /** Between the hint and the choices: a search box that narrows them down. */
  before?: ReactNode;
};

/** One of a few choices, all in sight. For more than seven take SelectField. */
export function RadioField(props: ChoicesProps) {
  return <Choices {...props} type="radio" />;
}

/** Any number of a few choices; the form's data holds the name once per choice. */
export function CheckboxesField(props: ChoicesProps) {
  return <Choices {...props} type="checkbox" />;
}

function Choices({
  name,
  label,
  hint,
  choices,
  defaultValue,
  required,
  onChange,
  before,
  type,
}: ChoicesProps & { type: 'radio' | 'checkbox' }) {
  const { ids, errors, control } = useFieldParts({ name, hint });
  const chosen = typeof defaultValue === 'string' ? [defaultValue] : (defaultValue ?? []);
  return (
    <fieldset className={styles['field']} aria-describedby={control['aria-describedby']}>
      <legend className={styles['label']}>
        {label} {required ? null : <OptionalMark />}
      </legend>
      {hint ? (
        <p id={ids.hint} className={styles['hint']}>
          {hint}
        </p>
      ) : null}
      {before ? <div className={styles['before']}>{before}</div> : null}
      {choices.map((choice) => (
        <label key={choice.value} className={styles['choice']}>
          <input
            type={type}
            name={name}
            value={choice.value}
            defaultChecked={chosen.includes(choice.value)}
            required={type === 'radio' ? required : undefined}
            aria-invalid={control['aria-invalid']}
            className={type === 'radio' ? styles['dot'] : styles['tick']}
            onChange={(event) => onChange?.(event.currentTarget.value)}
          />
          <span>
            {choice.label}
            {choice.hint ? <span className={styles['choiceNote']}>{choice.hint}</span> : null}
          </span>
        </label>
      ))}
      <FieldError id={ids.error} errors={errors} />
    </fieldset>
  );
}

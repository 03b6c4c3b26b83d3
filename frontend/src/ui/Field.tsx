import { Trans } from '@lingui/react/macro';
import { type ComponentProps, type ReactNode, useId } from 'react';
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

function OptionalMark() {
  return (
    <span className={styles['optional']}>
      <Trans>(mag leeg blijven)</Trans>
    </span>
  );
}

type Native<Tag extends 'input' | 'select' | 'textarea'> = Omit<
  ComponentProps<Tag>,
  'name' | 'id' | 'className' | 'style' | 'children' | 'type'
>;

export type TextFieldProps = FieldProps &
  Native<'input'> & { type?: 'text' | 'email' | 'password' | 'tel' | 'url'; prefix?: string };

/** One line of text. Give `autoComplete` wherever the browser can know the answer. */
export function TextField({ name, label, hint, type = 'text', ...input }: TextFieldProps) {
  const { ids, errors, control } = useFieldParts({ name, hint });
  return (
    <Frame ids={ids} label={label} hint={hint} errors={errors} isRequired={input.required}>
      <input {...input} {...control} type={type} className={styles['control']} />
    </Frame>
  );
}

/** Several lines of text; grows with what is written. */
export function TextAreaField({ name, label, hint, rows = 4, ...area }: FieldProps & Native<'textarea'>) {
  const { ids, errors, control } = useFieldParts({ name, hint });
  return (
    <Frame ids={ids} label={label} hint={hint} errors={errors} isRequired={area.required}>
      <textarea {...area} {...control} rows={rows} className={styles['area']} />
    </Frame>
  );
}

/** A choice from a list: the browser's own select. `emptyOption` is what stands there before choosing. */
export function SelectField({
  name,
  label,
  hint,
  options,
  emptyOption,
  ...select
}: FieldProps & Native<'select'> & { options: readonly { value: string; label: string }[]; emptyOption?: string }) {
  const { ids, errors, control } = useFieldParts({ name, hint });
  return (
    <Frame ids={ids} label={label} hint={hint} errors={errors} isRequired={select.required}>
      <span className={styles['selectBox']}>
        <select {...select} {...control} className={styles['control']}>
          {emptyOption === undefined ? null : <option value="">{emptyOption}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron" />
      </span>
    </Frame>
  );
}

/** A whole number, typed with the phone's number keys. `unit` stands behind it: "leden". */
export function NumberField({
  name,
  label,
  hint,
  unit,
  ...input
}: FieldProps & Native<'input'> & { unit?: ReactNode }) {
  const { ids, errors, control } = useFieldParts({ name, hint });
  return (
    <Frame ids={ids} label={label} hint={hint} errors={errors} isRequired={input.required}>
      <span className={styles['numberBox']}>
        <input {...input} {...control} type="number" inputMode="numeric" className={styles['control']} />
        {unit ? <span>{unit}</span> : null}
      </span>
    </Frame>
  );
}

/** A day (yyyy-mm-dd in the form's data), picked with the browser's own calendar. */
export function DateField({ name, label, hint, ...input }: FieldProps & Native<'input'>) {
  const { ids, errors, control } = useFieldParts({ name, hint });
  return (
    <Frame ids={ids} label={label} hint={hint} errors={errors} isRequired={input.required}>
      <input {...input} {...control} type="date" className={styles['control']} data-size="date" />
    </Frame>
  );
}

/** A day and time as a clock on the wall in the Netherlands shows it; `FormReader.instant` makes it an instant. */
export function DateTimeField({ name, label, hint, ...input }: FieldProps & Native<'input'>) {
  const { ids, errors, control } = useFieldParts({ name, hint });
  return (
    <Frame ids={ids} label={label} hint={hint} errors={errors} isRequired={input.required}>
      <input {...input} {...control} type="datetime-local" className={styles['control']} data-size="date-time" />
    </Frame>
  );
}

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

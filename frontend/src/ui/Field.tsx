import type { ComponentProps, ReactNode } from 'react';
import styles from './Field.module.css';
import { type FieldProps, Frame, useFieldParts } from './FieldFrame';
import { Icon } from './Icon';

/** What the browser's own control takes, besides what a field decides itself. */
export type Native<Tag extends 'input' | 'select' | 'textarea'> = Omit<
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

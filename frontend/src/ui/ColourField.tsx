import { type FieldProps, Frame, useFieldParts } from './FieldFrame';
import styles from './ColourField.module.css';

type ColourFieldProps = FieldProps & {
  /** "#rrggbb" */
  value: string;
  onChange: (colour: string) => void;
};

/** A colour, picked with the browser's own picker; its code stands beside it. Always has a value. */
export function ColourField({ name, label, hint, value, onChange }: ColourFieldProps) {
  const { ids, errors, control } = useFieldParts({ name, hint });
  return (
    <Frame ids={ids} label={label} hint={hint} errors={errors} isRequired>
      <span className={styles['box']}>
        <input
          {...control}
          type="color"
          value={value}
          className={styles['swatch']}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <output htmlFor={ids.control}>{value}</output>
      </span>
    </Frame>
  );
}

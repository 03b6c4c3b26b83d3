import type { ReactNode } from 'react';
import { type Choice, RadioField } from './ChoiceField';
import type { FieldProps } from './FieldFrame';
import { SearchField } from './SearchField';
import styles from './SearchChoiceField.module.css';

type SearchChoiceFieldProps = FieldProps & {
  /** Above the search box: "Zoek op naam". */
  searchLabel: string;
  term: string;
  onTerm: (term: string) => void;
  /** What was found; few enough to read through. */
  choices: readonly Choice[];
  /** What to do when the right one is not there; read aloud when it changes. */
  message: ReactNode;
  onChange?: (value: string) => void;
  required?: boolean;
};

/** One of many: type a part, then choose from the few that fit. */
export function SearchChoiceField({ searchLabel, term, onTerm, choices, message, ...field }: SearchChoiceFieldProps) {
  return (
    // Enter in the search box must not send the form around it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles['field']}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type === 'search') {
          event.preventDefault();
        }
      }}
    >
      <RadioField
        {...field}
        choices={choices}
        before={<SearchField label={searchLabel} value={term} onSearch={onTerm} />}
      />
      {/* Without choices there is no control that can say that one must be made. */}
      {field.required && choices.length === 0 ? <input hidden required name={field.name} defaultValue="" /> : null}
      <p className={styles['message']} role="status">
        {message}
      </p>
    </div>
  );
}

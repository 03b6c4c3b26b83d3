import { Plural, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useId, useState } from 'react';
import fieldStyles from './Field.module.css';
import { FieldError, type FieldProps, OptionalMark, useFieldParts } from './FieldFrame';
import { Icon } from './Icon';
import { SearchField } from './SearchField';
import styles from './SearchChoicesField.module.css';

type SearchableChoice = { value: string; label: string };

type SearchChoicesFieldProps = FieldProps & {
  /** Above the search box: "Zoek op naam". */
  searchLabel: string;
  choices: readonly SearchableChoice[];
  defaultValue: readonly string[];
};

const mostShown = 6;

/** Any number of many: type a part, tick what fits. What is chosen stays in sight above, to be taken away again. */
export function SearchChoicesField({ name, label, hint, searchLabel, choices, defaultValue }: SearchChoicesFieldProps) {
  const { ids, errors, control } = useFieldParts({ name, hint });
  const search = useId();
  const [term, setTerm] = useState('');
  const [chosen, setChosen] = useState(defaultValue);
  const found = choices.filter((choice) => matches(choice, term));
  const add = (value: string) => setChosen([...chosen, value]);
  const remove = (value: string) => setChosen(chosen.filter((one) => one !== value));
  return (
    <fieldset className={fieldStyles['field']} aria-describedby={control['aria-describedby']}>
      <legend className={fieldStyles['label']}>
        {label} <OptionalMark />
      </legend>
      {hint ? (
        <p id={ids.hint} className={fieldStyles['hint']}>
          {hint}
        </p>
      ) : null}
      <Chosen
        name={name}
        choices={choices.filter(({ value }) => chosen.includes(value))}
        onRemove={(value) => {
          remove(value);
          // The button that was pressed is gone: go on where the next choice is made.
          document.getElementById(search)?.querySelector('input')?.focus();
        }}
      />
      <div id={search} className={styles['search']} role="presentation" onKeyDown={keepFormFromSending}>
        <SearchField label={searchLabel} value={term} onSearch={setTerm} />
      </div>
      {found.slice(0, mostShown).map(({ value, label: text }) => (
        <label key={value} className={fieldStyles['choice']}>
          <input
            type="checkbox"
            className={fieldStyles['tick']}
            aria-invalid={control['aria-invalid']}
            checked={chosen.includes(value)}
            onChange={(event) => (event.currentTarget.checked ? add(value) : remove(value))}
          />
          <span>{text}</span>
        </label>
      ))}
      <p className={styles['message']} role="status">
        <Found count={found.length} />
      </p>
      <FieldError id={ids.error} errors={errors} />
    </fieldset>
  );
}

type ChosenProps = { name: string; choices: readonly SearchableChoice[]; onRemove: (value: string) => void };

function Chosen({ name, choices, onRemove }: ChosenProps) {
  const { t } = useLingui();
  if (choices.length === 0) return null;
  return (
    <ul className={styles['chosen']} aria-label={t`Gekozen`}>
      {choices.map(({ value, label }) => (
        <li key={value}>
          <input type="hidden" name={name} value={value} />
          <button type="button" onClick={() => onRemove(value)} aria-label={t`Haal ${label} weg`}>
            <span>{label}</span>
            <Icon name="close" size={18} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** How many fit, and that there are more than stand here. */
function Found({ count }: { count: number }) {
  const { t } = useLingui();
  if (count === 0) return t`Niets gevonden. Typ een ander deel van de naam.`;
  if (count > mostShown) return t`Hier staan er ${mostShown} van de ${count}. Typ een deel van de naam om te zoeken.`;
  return <Plural value={count} one="# gevonden." other="# gevonden." />;
}

function matches({ label }: SearchableChoice, term: string): boolean {
  return label.toLocaleLowerCase().includes(term.trim().toLocaleLowerCase());
}

/** Enter in the search box must not send the form around it. */
function keepFormFromSending(event: KeyboardEvent) {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}

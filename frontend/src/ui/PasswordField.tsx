import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type FieldProps, Frame, useFieldParts } from './FieldFrame';
import field from './Field.module.css';

type PasswordFieldProps = FieldProps & {
  /** current: the browser fills in the one it keeps. new: it offers to make one. */
  autoComplete: 'current-password' | 'new-password';
  minLength?: number;
  maxLength?: number;
};

/** A password, with a tick to see what you typed: typing blind twice is harder than reading once. Always required. */
export function PasswordField({ name, label, hint, ...input }: PasswordFieldProps) {
  const { t } = useLingui();
  const { ids, errors, control } = useFieldParts({ name, hint });
  const [isShown, setShown] = useState(false);
  return (
    <Frame ids={ids} label={label} hint={hint} errors={errors} isRequired>
      <input
        {...input}
        {...control}
        type={isShown ? 'text' : 'password'}
        required
        autoCapitalize="none"
        spellCheck={false}
        className={field['control']}
      />
      <label className={field['choice']}>
        <input
          type="checkbox"
          className={field['tick']}
          checked={isShown}
          onChange={(event) => setShown(event.currentTarget.checked)}
        />
        <span>{t`Laat zien wat ik typ`}</span>
      </label>
    </Frame>
  );
}

import { useLingui } from '@lingui/react/macro';
import { PasswordField } from '@/ui/PasswordField';

/** A password to choose, with what makes a good one. The API judges it. */
export function NewPasswordField({ label }: { label: string }) {
  const { t } = useLingui();
  return (
    <PasswordField
      name="password"
      label={label}
      hint={t`Minstens 12 tekens. Tip: neem vier losse woorden die niets met elkaar te maken hebben.`}
      autoComplete="new-password"
      minLength={12}
      maxLength={128}
    />
  );
}

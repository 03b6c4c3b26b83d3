import { useState } from 'react';
import { confirmAccount } from '@/api/gen/sdk.gen';
import type { Confirmed } from '@/api/gen/types.gen';
import { signIn } from '@/app/account';
import type { FormReader } from '@/app/formReader';
import type { ApiProblem } from '@/app/problem';
import { useApiForm } from '@/app/useApiForm';

/**
 * Following a mailed link: on a press of a button, never by opening the page, because mail programs open links too.
 * Who has no password yet is asked for one; the link still works then.
 */
export function useConfirmation(token: string) {
  const [needsPassword, setNeedsPassword] = useState(false);
  const [confirmed, setConfirmed] = useState<Confirmed | null>(null);
  const form = useApiForm({
    submit: (input) => confirm(token, input, needsPassword),
    onDone: setConfirmed,
    onProblem(problem) {
      if (needsPassword || !asksPassword(problem)) return 'show';
      setNeedsPassword(true);
      return 'handled';
    },
  });
  return { form, needsPassword, confirmed };
}

async function confirm(token: string, input: FormReader, withPassword: boolean): Promise<Confirmed> {
  const password = withPassword ? input.secret('password') : null;
  const name = input.textOrNull('name');
  const { data } = await confirmAccount({ body: { token, ...(name && { name }), ...(password && { password }) } });
  // The link is used up now: when signing in fails, the next screen offers it again.
  if (password) await signIn(data.email, password).catch(() => undefined);
  return data;
}

function asksPassword({ status, errors }: ApiProblem): boolean {
  return status === 400 && errors.length > 0 && errors.every(({ pointer }) => pointer === '/password');
}

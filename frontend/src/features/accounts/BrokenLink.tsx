import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Page } from '@/app/Page';
import { EmptyState } from '@/ui/States';

/** Someone came here without the secret of a link. `action` leads to a new link. */
export function BrokenLink({ children, action }: { children: ReactNode; action: ReactNode }) {
  const { t } = useLingui();
  return (
    <Page title={t`Deze link is niet compleet`}>
      <EmptyState level={2} icon="mail" title={t`Open de link uit je mail nog een keer`} action={action}>
        <p>{children}</p>
      </EmptyState>
    </Page>
  );
}

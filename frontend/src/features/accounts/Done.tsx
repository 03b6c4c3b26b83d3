import type { ReactNode } from 'react';
import { Page, useFocusOnTitle } from '@/app/Page';
import { Narrow } from '@/ui/Layout';

type DoneProps = { title: string; children: ReactNode };

/** What a form made way for: what happened, and the next step. */
export function Done({ title, children }: DoneProps) {
  useFocusOnTitle();
  return (
    <Page title={title}>
      <Narrow>{children}</Narrow>
    </Page>
  );
}

import { type ReactNode, useEffect } from 'react';
import { PageHeader, type PageHeaderProps } from '@/ui/PageHeader';
import { useOptionalOrganization } from './organization';

/** A screen: its header, the title of the document, its content. Every route's component returns one. */
export function Page({ children, ...header }: PageHeaderProps & { children?: ReactNode }) {
  useDocumentTitle(header.title);
  return (
    <>
      <PageHeader {...header} />
      {children}
    </>
  );
}

function useDocumentTitle(title: string) {
  const owner = useOptionalOrganization()?.name ?? 'Vliegwiel';
  // The document's title is outside React.
  useEffect(() => {
    document.title = title === owner ? title : `${title} · ${owner}`;
  }, [title, owner]);
}

/** For what a screen becomes after a form: the focus goes to its title, as after going to another screen. */
export function useFocusOnTitle() {
  // The document's focus is outside React.
  useEffect(() => {
    document.querySelector<HTMLElement>('main h1')?.focus();
  }, []);
}

import type { ReactNode } from 'react';
import { Link as AriaLink } from 'react-aria-components';

export type LinkProps = {
  href: string;
  children: ReactNode;
  className?: string | undefined;
  'aria-current'?: 'page' | 'step' | undefined;
  'aria-label'?: string | undefined;
  lang?: string;
};

/** A link in running text or a list. Addresses come from `paths`; inside the app they open without loading a new document. */
export function Link({ className, lang, ...link }: LinkProps) {
  return <AriaLink {...link} {...(lang ? { lang, hrefLang: lang } : {})} className={className ?? ''} />;
}

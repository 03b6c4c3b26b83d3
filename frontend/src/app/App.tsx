import { i18n } from '@lingui/core';
import { I18nProvider, useLingui } from '@lingui/react';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nProvider as AriaLocale, RouterProvider as AriaRouter } from 'react-aria-components';
import { makeRouter } from './router';
import { session } from './session';

/** The app around its routes: texts, cache, router. One per page. */
export function makeApp(queryClient: QueryClient) {
  const router = makeRouter(queryClient);
  session.subscribe(() => {
    // What one person saw is never shown to the next.
    void queryClient.resetQueries();
    void router.invalidate();
  });
  router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
    if (fromLocation && pathChanged) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  });
  const navigate = (href: string) => void router.navigate({ href });
  return function App() {
    return (
      <I18nProvider i18n={i18n}>
        <AriaTexts>
          <AriaRouter navigate={navigate}>
            <QueryClientProvider client={queryClient}>
              <RouterProvider router={router} />
            </QueryClientProvider>
          </AriaRouter>
        </AriaTexts>
      </I18nProvider>
    );
  };
}

function AriaTexts({ children }: { children: React.ReactNode }) {
  const { i18n: current } = useLingui();
  return <AriaLocale locale={current.locale === 'en' ? 'en-GB' : 'nl-NL'}>{children}</AriaLocale>;
}

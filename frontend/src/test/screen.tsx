import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { type ReactNode, Suspense } from 'react';
import type { Organization } from '@/api/gen/types.gen';
import { OrganizationContext } from '@/app/organization';

/** Renders a screen as the app does: texts, a fresh cache that asks once, and the organisation around it. */
export function renderScreen(screen: ReactNode, organization: Organization | null = null) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <OrganizationContext value={organization}>
          <Suspense fallback={null}>{screen}</Suspense>
        </OrganizationContext>
      </QueryClientProvider>
    </I18nProvider>,
  );
}

/** An organisation for tests. */
export function anOrganization(over: Partial<Organization> = {}): Organization {
  return {
    slug: 'drenthe',
    name: 'Politiek Netwerk Drenthe',
    kind: 'civic',
    description: 'Kom praten over wat hier speelt.',
    timeZone: 'Europe/Amsterdam',
    language: 'nl',
    theme: { brand: '#6b2a7a', accent: '#e9a23b', radius: 10, logoUrl: null },
    rules: {
      coreGroupMin: 4,
      startCapacity: 5,
      goalMembersDefault: 50,
      dormantAfterDays: 60,
      guestRetentionDays: 30,
    },
    isDemo: false,
    createdAt: '2026-01-05T09:00:00Z',
    actions: [],
    ...over,
  };
}

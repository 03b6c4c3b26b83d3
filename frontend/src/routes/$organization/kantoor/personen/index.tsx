import { createFileRoute } from '@tanstack/react-router';
import type { AffiliationKind } from '@/api/gen/types.gen';
import { affiliationKinds } from '@/app/affiliation';
import { requireSession } from '@/app/guards';
import { loadTexts } from '@/app/i18n';
import { InviteButton } from '@/features/affiliations/InviteButton';
import { PersonsPage } from '@/features/persons/PersonsPage';
import { personsOptions } from '@/features/persons/queries';

export const Route = createFileRoute('/$organization/kantoor/personen/')({
  beforeLoad: requireSession,
  validateSearch: readFilter,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) =>
    Promise.all([
      loadTexts('persons', 'affiliations'),
      context.queryClient.ensureInfiniteQueryData(personsOptions(params.organization, deps.relatie)),
    ]),
  component: Persons,
});

/** Only the filter stands in the address; who is searched for never does. */
function readFilter(search: Record<string, unknown>): { relatie?: AffiliationKind } {
  const relatie = Object.keys(affiliationKinds).find((kind): kind is AffiliationKind => kind === search['relatie']);
  return relatie ? { relatie } : {};
}

function Persons() {
  const { relatie } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <PersonsPage
      affiliation={relatie}
      onFilter={(affiliation) => void navigate({ search: affiliation ? { relatie: affiliation } : {}, replace: true })}
      actions={<InviteButton />}
    />
  );
}

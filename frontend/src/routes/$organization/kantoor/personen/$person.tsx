import { createFileRoute } from '@tanstack/react-router';
import { requireSession } from '@/app/guards';
import { loadTexts } from '@/app/i18n';
import { AffiliationHistory } from '@/features/affiliations/AffiliationHistory';
import { PersonPage } from '@/features/persons/PersonPage';
import { personOptions } from '@/features/persons/queries';

export const Route = createFileRoute('/$organization/kantoor/personen/$person')({
  beforeLoad: requireSession,
  loader: ({ context, params }) =>
    Promise.all([
      loadTexts('persons', 'affiliations'),
      context.queryClient.ensureQueryData(personOptions(params.organization, params.person)),
    ]),
  component: () => {
    const { person } = Route.useParams();
    return (
      <PersonPage
        person={person}
        affiliations={(affiliations, name) => <AffiliationHistory affiliations={affiliations} name={name} />}
      />
    );
  },
});

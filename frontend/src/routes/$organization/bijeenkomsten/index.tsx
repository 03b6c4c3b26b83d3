import { createFileRoute } from '@tanstack/react-router';
import type { MeetingSummary } from '@/api/gen/types.gen';
import { loadTexts } from '@/app/i18n';
import { agendaFilter } from '@/features/meetings/MeetingFilters';
import { filteredOptions, MeetingList } from '@/features/meetings/MeetingList';
import { municipalitiesOptions, statisticsOptions } from '@/features/meetings/queries';
import { RegistrationShortcut } from '@/features/registrations/RegisterButton';

export const Route = createFileRoute('/$organization/bijeenkomsten/')({
  validateSearch: agendaFilter,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, params: { organization }, deps }) => {
    // The figures stand beside the agenda; it does not wait for them.
    void queryClient.prefetchQuery(statisticsOptions(organization));
    void queryClient.prefetchQuery(municipalitiesOptions(organization));
    return Promise.all([
      loadTexts('meetings', 'registrations'),
      queryClient.ensureInfiniteQueryData(filteredOptions(organization, deps)),
    ]);
  },
  component: Agenda,
});

function registration(meeting: MeetingSummary) {
  return <RegistrationShortcut meeting={meeting} />;
}

function Agenda() {
  const filter = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <MeetingList
      filter={filter}
      onFilter={(search) => void navigate({ search, replace: true, resetScroll: false })}
      action={registration}
    />
  );
}

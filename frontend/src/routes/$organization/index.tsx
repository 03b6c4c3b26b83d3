import { createFileRoute } from '@tanstack/react-router';
import type { MeetingSummary } from '@/api/gen/types.gen';
import { loadTexts } from '@/app/i18n';
import { MeetingsFlywheel } from '@/features/meetings/MeetingsFlywheel';
import { NextMeetings, nextMeetingsOptions } from '@/features/meetings/NextMeetings';
import { municipalitiesOptions, statisticsOptions } from '@/features/meetings/queries';
import { SomeNetworks, someNetworksOptions } from '@/features/networks/SomeNetworks';
import { StartPage } from '@/features/organizations/StartPage';
import { WaysToJoin } from '@/features/organizations/WaysToJoin';
import { RegistrationShortcut } from '@/features/registrations/RegisterButton';
import { FlywheelEmblem } from '@/ui/Flywheel';

export const Route = createFileRoute('/$organization/')({
  loader: ({ context: { queryClient }, params: { organization } }) => {
    // The flywheel comes when its figures are there; the page does not wait for it.
    void queryClient.prefetchQuery(statisticsOptions(organization));
    void queryClient.prefetchQuery(municipalitiesOptions(organization));
    return Promise.all([
      loadTexts('organizations', 'networks', 'meetings', 'registrations'),
      queryClient.ensureInfiniteQueryData(someNetworksOptions(organization)),
      queryClient.ensureInfiniteQueryData(nextMeetingsOptions(organization)),
    ]);
  },
  component: Start,
});

function Start() {
  return (
    <StartPage
      flywheel={
        <MeetingsFlywheel>
          <FlywheelEmblem />
        </MeetingsFlywheel>
      }
    >
      <SomeNetworks />
      <NextMeetings action={registration} />
      <WaysToJoin />
    </StartPage>
  );
}

function registration(meeting: MeetingSummary) {
  return <RegistrationShortcut meeting={meeting} />;
}

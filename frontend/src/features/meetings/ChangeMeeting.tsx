import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { changeMeeting } from '@/api/gen/sdk.gen';
import type { Meeting } from '@/api/gen/types.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { ifVersion } from '@/app/api';
import { useNetwork } from '@/app/network';
import { may, useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { useApiForm } from '@/app/useApiForm';
import { LinkButton } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { Row } from '@/ui/Layout';
import { EmptyState } from '@/ui/States';
import { showToast } from '@/ui/toasts';
import { MeetingFields } from './MeetingFields';
import { readMeeting } from './meetingInput';
import { keepMeeting, meetingOptions } from './queries';

type ChangeMeetingProps = { meeting: string; onChanged: () => void };

/** Changing what, when, where or for whom. */
export function ChangeMeeting({ meeting: id, onChanged }: ChangeMeetingProps) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { data: meeting } = useSuspenseQuery(meetingOptions(slug, id));
  const back = paths.managedMeeting(slug, meeting.network.slug, id);
  return (
    <Page
      title={t`Wijzig de bijeenkomst`}
      crumbs={[
        { label: meeting.network.name, href: paths.networkWorkspace(slug, meeting.network.slug, 'bijeenkomsten') },
        { label: meeting.title, href: back },
      ]}
    >
      {may(meeting, 'meetings.change') ? (
        <ChangeForm meeting={meeting} back={back} onChanged={onChanged} />
      ) : (
        <EmptyState
          level={2}
          icon="edit"
          title={t`Deze bijeenkomst kun je niet meer wijzigen`}
          action={<LinkButton href={back}>{t`Terug`}</LinkButton>}
        >
          <p>
            <Trans>Zodra een bijeenkomst begonnen is, of niet doorgaat, staat die vast.</Trans>
          </p>
        </EmptyState>
      )}
    </Page>
  );
}

function ChangeForm({ meeting, back, onChanged }: { meeting: Meeting; back: string; onChanged: () => void }) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const client = useQueryClient();
  const network = useNetwork();
  const form = useApiForm({
    submit: async (input) => {
      const path = { organization, meeting: meeting.id };
      const { data } = await changeMeeting({ path, body: readMeeting(input), headers: ifVersion(meeting) });
      return data;
    },
    async onDone(changed) {
      await keepMeeting(client, organization, changed);
      showToast({ text: t`De wijziging is bewaard.` });
      onChanged();
    },
  });
  return (
    <Panel>
      <ApiForm form={form}>
        {meeting.state === 'published' ? (
          <p>
            <Trans>Verander je de tijd of de plaats, dan krijgt iedereen op de lijst een mail.</Trans>
          </p>
        ) : null}
        <MeetingFields meeting={meeting} network={network} />
        <Row>
          <SubmitButton form={form}>
            <Trans>Bewaar</Trans>
          </SubmitButton>
          <LinkButton href={back}>
            <Trans>Annuleren</Trans>
          </LinkButton>
        </Row>
      </ApiForm>
    </Panel>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { listMeetingsQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { scheduleMeeting } from '@/api/gen/sdk.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { useNetwork } from '@/app/network';
import { useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { useApiForm } from '@/app/useApiForm';
import { LinkButton } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { Row } from '@/ui/Layout';
import { showToast } from '@/ui/toasts';
import { MeetingFields } from './MeetingFields';
import { readMeeting } from './meetingInput';

/** Planning a meeting of a network, as a draft. */
export function ScheduleMeeting({ onScheduled }: { onScheduled: (meeting: string) => void }) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const client = useQueryClient();
  const network = useNetwork();
  const list = paths.networkWorkspace(organization, network.slug, 'bijeenkomsten');
  const form = useApiForm({
    submit: async (input) => {
      const { data } = await scheduleMeeting({
        path: { organization },
        body: { networkId: network.id, ...readMeeting(input) },
      });
      return data;
    },
    onDone({ id }) {
      void client.invalidateQueries({ queryKey: listMeetingsQueryKey({ path: { organization } }) });
      showToast({ text: t`De bijeenkomst staat klaar als concept.` });
      onScheduled(id);
    },
  });
  return (
    <Page
      title={t`Plan een bijeenkomst`}
      intro={
        <p>
          <Trans>Je maakt een concept. Pas als je dat publiceert, kunnen anderen het zien.</Trans>
        </p>
      }
      crumbs={[
        { label: network.name, href: paths.network(organization, network.slug) },
        { label: t`Bijeenkomsten`, href: list },
      ]}
    >
      <Panel>
        <ApiForm form={form}>
          <MeetingFields network={network} />
          <Row>
            <SubmitButton form={form}>
              <Trans>Bewaar als concept</Trans>
            </SubmitButton>
            <LinkButton href={list}>
              <Trans>Annuleren</Trans>
            </LinkButton>
          </Row>
        </ApiForm>
      </Panel>
    </Page>
  );
}

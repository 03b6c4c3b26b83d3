import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { joinNetwork } from '@/api/gen/sdk.gen';
import type { Network, Openness } from '@/api/gen/types.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { refreshNetworks } from '@/app/network';
import { useOrganization } from '@/app/organization';
import { useApiForm } from '@/app/useApiForm';
import { Panel } from '@/ui/Card';
import { CheckboxField } from '@/ui/ChoiceField';
import { Row } from '@/ui/Layout';
import { Notice } from '@/ui/States';
import { showToast } from '@/ui/toasts';

/** What happens after pressing the button. */
const nextSteps: Record<Openness, MessageDescriptor> = {
  open: msg`Je doet meteen mee. Je kunt er altijd weer uit.`,
  approval: msg`De kerngroep bekijkt je aanvraag. Je krijgt een mail met het antwoord.`,
  'members-only': msg`Je doet meteen mee. Je kunt er altijd weer uit.`,
};

/** Join by stating, in so many words, that one supports the purpose. */
export function JoinForm({ network }: { network: Network }) {
  const { t, i18n } = useLingui();
  const { slug: organization } = useOrganization();
  const queryClient = useQueryClient();
  const form = useApiForm({
    submit: async (input) => {
      const { data } = await joinNetwork({
        path: { organization, network: network.id },
        body: { supportsPurpose: input.isTicked('supportsPurpose') },
      });
      return data;
    },
    async onDone({ state }) {
      await refreshNetworks(queryClient);
      showToast({ text: state === 'active' ? t`Welkom! Je bent nu lid.` : t`Je aanvraag is verstuurd.` });
    },
  });
  const isRequest = network.openness === 'approval';
  return (
    <section aria-labelledby="join-title">
      <Panel>
        <ApiForm form={form}>
          <h2 id="join-title">{t`Doe mee`}</h2>
          {network.membership?.state === 'declined' ? (
            <Notice title={t`Je vroeg dit al eerder`}>
              <p>
                <Trans>De kerngroep zei toen nee. Je mag het opnieuw vragen.</Trans>
              </p>
            </Notice>
          ) : null}
          {network.sensitivity === 'special' ? (
            <p>
              <Trans>
                Alleen de kerngroep ziet dat je lid bent. In mail van ons staat de naam van het netwerk niet.
              </Trans>
            </p>
          ) : null}
          <CheckboxField
            name="supportsPurpose"
            required
            label={t`Ik steun het doel van dit netwerk`}
            hint={network.purpose}
          />
          <Row>
            <SubmitButton form={form}>{isRequest ? t`Vraag of je mee mag doen` : t`Word lid`}</SubmitButton>
            <span>{i18n._(nextSteps[network.openness])}</span>
          </Row>
        </ApiForm>
      </Panel>
    </section>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { enterNetwork } from '@/api/gen/sdk.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { refreshNetworks } from '@/app/network';
import { useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { ConditionsField, TermsFields } from '@/app/TermsFields';
import { useApiForm } from '@/app/useApiForm';
import { LinkButton } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { Row, Section, Stack } from '@/ui/Layout';
import { showToast } from '@/ui/toasts';
import { CoreGroupRows, type CoreMember } from './CoreGroupRows';
import { ProfileSection, readNetwork } from './NetworkProfile';

const firstTermMonths = 12;

/** The office enters a network that existed before, without a plan. */
export function EnterNetwork() {
  const { t } = useLingui();
  const { slug, rules } = useOrganization();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [coreGroup, setCoreGroup] = useState<readonly CoreMember[]>([]);
  const form = useApiForm({
    submit: async (input) => {
      const { data } = await enterNetwork({
        path: { organization: slug },
        body: readNetwork(input, coreGroup.length),
      });
      return data;
    },
    async onDone(network) {
      await refreshNetworks(queryClient);
      showToast({ text: t`${network.name} staat erin.` });
      await navigate({ href: paths.network(slug, network.slug) });
    },
  });
  return (
    <Page
      title={t`Voer een bestaand netwerk in`}
      crumbs={[{ label: t`Overzicht`, href: paths.office(slug) }]}
      intro={
        <p>
          <Trans>Voor een netwerk dat al draait. Het is meteen actief. De kerngroep wordt als eerste lid.</Trans>
        </p>
      }
    >
      <ApiForm form={form}>
        <Stack gap="wide">
          <ProfileSection />
          <Section
            title={t`Kerngroep`}
            intro={t`Minstens ${rules.coreGroupMin} mensen. Zijn het er nog te weinig, dan krijgen zij daar bericht van.`}
          >
            <Panel>
              <CoreGroupRows members={coreGroup} onChange={setCoreGroup} />
            </Panel>
          </Section>
          <Section title={t`Afspraken`} intro={t`Deze gelden vanaf vandaag.`}>
            <Panel>
              <Stack>
                <TermsFields
                  draft={{
                    goalMembers: rules.goalMembersDefault,
                    goalMonths: firstTermMonths,
                    evaluationMonths: firstTermMonths,
                  }}
                />
                <ConditionsField />
              </Stack>
            </Panel>
          </Section>
          <Row>
            <SubmitButton form={form}>{t`Voer het netwerk in`}</SubmitButton>
            <LinkButton href={paths.office(slug)}>{t`Annuleren`}</LinkButton>
          </Row>
        </Stack>
      </ApiForm>
    </Page>
  );
}

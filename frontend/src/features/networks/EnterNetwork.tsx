import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { enterNetwork } from '@/api/gen/sdk.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { idempotencyKey } from '@/app/api';
import type { FormReader } from '@/app/formReader';
import { refreshNetworks } from '@/app/network';
import { kindLabels, opennessHints, opennessLabels, sensitivityHints, sensitivityLabels } from '@/app/networkLabels';
import { useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { readTerms, TermsFields } from '@/app/TermsFields';
import { useApiForm } from '@/app/useApiForm';
import { LinkButton } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { DateField, RadioField, TextAreaField, TextField } from '@/ui/Field';
import { Row, Section, Stack } from '@/ui/Layout';
import { showToast } from '@/ui/toasts';
import { CoreGroupRows, type CoreMember, readCoreGroup } from './CoreGroupRows';

const firstTermMonths = 12;

/** The office enters a network that existed before, without a plan. */
export function EnterNetwork() {
  const { t } = useLingui();
  const { slug, rules } = useOrganization();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [coreGroup, setCoreGroup] = useState<readonly CoreMember[]>([]);
  const form = useApiForm({
    submit: async (input, send) => {
      const { data } = await enterNetwork({
        path: { organization: slug },
        headers: idempotencyKey(send.idempotencyKey),
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

function readNetwork(input: FormReader, coreGroupSize: number): Parameters<typeof enterNetwork>[0]['body'] {
  return {
    kind: input.choice('kind'),
    name: input.text('name'),
    purpose: input.text('purpose'),
    about: input.text('about'),
    sensitivity: input.choice('sensitivity'),
    openness: input.choice('openness'),
    startsOn: input.text('startsOn'),
    terms: readTerms(input),
    coreGroup: readCoreGroup(input, coreGroupSize),
  };
}

function ProfileSection() {
  const { t, i18n } = useLingui();
  return (
    <Section title={t`Het netwerk`}>
      <Panel>
        <Stack>
          <TextField name="name" label={t`Naam`} required maxLength={120} />
          <RadioField
            name="kind"
            label={t`Soort`}
            required
            choices={(['theme', 'community'] as const).map((value) => ({ value, label: i18n._(kindLabels[value]) }))}
          />
          <TextAreaField
            name="purpose"
            label={t`Doel`}
            hint={t`Waar is het netwerk voor? Wie lid wordt, steunt dit doel.`}
            required
            maxLength={600}
          />
          <TextAreaField name="about" label={t`Over dit netwerk`} rows={6} maxLength={4000} />
          <DateField name="startsOn" label={t`Begonnen op`} required />
          <RadioField
            name="openness"
            label={t`Lid worden`}
            required
            defaultValue="open"
            choices={(['open', 'approval', 'members-only'] as const).map((value) => ({
              value,
              label: i18n._(opennessLabels[value]),
              hint: i18n._(opennessHints[value]),
            }))}
          />
          <RadioField
            name="sensitivity"
            label={t`Wat zegt lid zijn over iemand?`}
            required
            choices={(['normal', 'special'] as const).map((value) => ({
              value,
              label: i18n._(sensitivityLabels[value]),
              hint: i18n._(sensitivityHints[value]),
            }))}
          />
        </Stack>
      </Panel>
    </Section>
  );
}

import { useLingui } from '@lingui/react/macro';
import type { enterNetwork } from '@/api/gen/sdk.gen';
import type { FormReader } from '@/app/formReader';
import { KindField, OpennessField, SensitivityField } from '@/app/NetworkChoices';
import { readTermsWithConditions } from '@/app/TermsFields';
import { Panel } from '@/ui/Card';
import { DateField, TextAreaField, TextField } from '@/ui/Field';
import { Section, Stack } from '@/ui/Layout';
import { readCoreGroup } from './CoreGroupRows';

/** Reads the form of a network that existed before: profile, agreements and core group. */
export function readNetwork(input: FormReader, coreGroupSize: number): Parameters<typeof enterNetwork>[0]['body'] {
  return {
    kind: input.choice('kind'),
    name: input.text('name'),
    purpose: input.text('purpose'),
    about: input.text('about'),
    sensitivity: input.choice('sensitivity'),
    openness: input.choice('openness'),
    startsOn: input.text('startsOn'),
    terms: readTermsWithConditions(input),
    coreGroup: readCoreGroup(input, coreGroupSize),
  };
}

/** What the network is, in fields. */
export function ProfileSection() {
  const { t } = useLingui();
  return (
    <Section title={t`Het netwerk`}>
      <Panel>
        <Stack>
          <TextField name="name" label={t`Naam`} required maxLength={120} />
          <KindField />
          <TextAreaField
            name="purpose"
            label={t`Doel`}
            hint={t`Waar is het netwerk voor? Wie lid wordt, steunt dit doel.`}
            required
            maxLength={600}
          />
          <TextAreaField name="about" label={t`Over dit netwerk`} rows={6} maxLength={4000} />
          <DateField name="startsOn" label={t`Begonnen op`} required />
          <OpennessField chosen="open" />
          <SensitivityField />
        </Stack>
      </Panel>
    </Section>
  );
}

import { useState } from 'react';
import { Page } from '@/app/Page';
import { Row, Section, Stack } from '@/ui/Layout';
import { SegmentedControl } from '@/ui/SegmentedControl';
import { type OrganizationLook, wearOrganization } from '../theme';
import { ActionSamples } from './ActionSamples';
import { FigureSamples } from './FigureSamples';
import { FormSamples } from './FormSamples';
import { ListSamples } from './ListSamples';
import { StateSamples } from './StateSamples';

const looks = {
  heide: { brand: '#6b2a7a', accent: '#e9a23b', radius: 10 },
  groen: { brand: '#0a7a12', accent: '#c9a400', radius: 4 },
  hemel: { brand: '#19a7e0', accent: '#f26b3a', radius: 16 },
  rood: { brand: '#e3001b', accent: '#1b365d', radius: 2 },
  zon: { brand: '#ffd500', accent: '#00843d', radius: 20 },
} as const satisfies Record<string, OrganizationLook>;

type LookName = keyof typeof looks;
const names: LookName[] = ['heide', 'groen', 'hemel', 'rood', 'zon'];

/** Every part of the ui kit, for who builds screens and for who judges them. Dutch only: it is no screen of the product. */
export function StyleGuide() {
  const [look, setLook] = useState<LookName>('heide');
  return (
    <div lang="nl">
      <Page
        title="Stijlgids"
        intro={<p>Alle bouwstenen van de schermen, in elke kleur die een organisatie kan kiezen.</p>}
        crumbs={[{ label: 'Alle organisaties', href: '/' }]}
      >
        <Row>
          <SegmentedControl
            label="Kleuren van een organisatie"
            value={look}
            options={names.map((name) => ({ value: name, label: name }))}
            onChange={(next) => {
              setLook(next);
              wearOrganization(looks[next]);
            }}
          />
        </Row>
        <Stack gap="normal">
          <Section title="Knoppen, menu’s en vensters">
            <ActionSamples />
          </Section>
          <Section title="Lijsten en tabellen">
            <ListSamples />
          </Section>
          <Section title="Formulier">
            <FormSamples />
          </Section>
          <Section title="Cijfers">
            <FigureSamples />
          </Section>
          <Section title="Meldingen en toestanden">
            <StateSamples />
          </Section>
        </Stack>
      </Page>
    </div>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useLayoutEffect, useState } from 'react';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import type { FormReader } from '@/app/formReader';
import { type OrganizationLook, wearOrganization } from '@/app/theme';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { ColourField } from '@/ui/ColourField';
import { SelectField } from '@/ui/Field';
import { Row, Section } from '@/ui/Layout';
import { Notice } from '@/ui/States';
import { showToast } from '@/ui/toasts';
import { useSettingsForm } from './settings';

/** The looks; the whole page wears a choice at once, for this reader only, until it is saved. */
export function LookForm() {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<OrganizationLook | null>(null);
  const { form, organization } = useSettingsForm(lookOf, () => {
    setChosen(null);
    showToast({ text: t`Het uiterlijk is bewaard.` });
  });
  const saved = organization.theme;
  const look = chosen ?? saved;
  usePreview(chosen, saved);
  const choose = (change: Partial<OrganizationLook>) =>
    setChosen({ brand: look.brand, accent: look.accent, radius: look.radius, ...change });
  return (
    <Section
      title={t`Uiterlijk`}
      intro={t`Letters blijven altijd leesbaar: we maken een kleur zo nodig donkerder of lichter.`}
    >
      <Panel>
        <ApiForm form={form}>
          <ColourField
            name="theme.brand"
            label={t`Hoofdkleur`}
            hint={t`Voor knoppen en links.`}
            value={look.brand}
            onChange={(brand) => choose({ brand })}
          />
          <ColourField
            name="theme.accent"
            label={t`Tweede kleur`}
            hint={t`Voor wat nu speelt.`}
            value={look.accent}
            onChange={(accent) => choose({ accent })}
          />
          <CornersField value={look.radius} onChange={(radius) => choose({ radius })} />
          {chosen ? (
            <Notice announce="now">
              <p>
                <Trans>Deze pagina laat zien hoe het wordt. Anderen zien het pas als je bewaart.</Trans>
              </p>
            </Notice>
          ) : null}
          <Row>
            <SubmitButton form={form}>{t`Bewaar het uiterlijk`}</SubmitButton>
            {chosen ? <Button onPress={() => setChosen(null)}>{t`Terug naar hoe het was`}</Button> : null}
          </Row>
        </ApiForm>
      </Panel>
    </Section>
  );
}

function CornersField({ value, onChange }: { value: number; onChange: (radius: number) => void }) {
  const { t } = useLingui();
  const corners = [
    { radius: 0, label: t`Recht` },
    { radius: 6, label: t`Een beetje rond` },
    { radius: 12, label: t`Rond` },
    { radius: 20, label: t`Heel rond` },
  ];
  const isOwn = corners.every(({ radius }) => radius !== value);
  const options = isOwn ? [...corners, { radius: value, label: t`Zelf gekozen: ${value}` }] : corners;
  return (
    <SelectField
      name="theme.radius"
      label={t`Hoeken`}
      required
      value={String(value)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
      options={options.map(({ radius, label }) => ({ value: String(radius), label }))}
    />
  );
}

/** Dresses the document, which is outside React, in what is chosen; leaving puts back what is saved. */
function usePreview(chosen: OrganizationLook | null, saved: OrganizationLook) {
  useLayoutEffect(() => {
    if (chosen === null) return undefined;
    wearOrganization(chosen);
    return () => wearOrganization(saved);
  }, [chosen, saved]);
}

function lookOf(input: FormReader) {
  return {
    theme: {
      brand: input.text('theme.brand'),
      accent: input.text('theme.accent'),
      radius: input.number('theme.radius'),
    },
  };
}

import { useLingui } from '@lingui/react/macro';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import type { FormReader } from '@/app/formReader';
import { Panel } from '@/ui/Card';
import { NumberField } from '@/ui/Field';
import { Row, Section } from '@/ui/Layout';
import { showToast } from '@/ui/toasts';
import { useSettingsForm } from './settings';

/** What the organisation decides for all its networks. */
export function RulesForm() {
  const { t } = useLingui();
  const { form, organization } = useSettingsForm(rulesOf, () => showToast({ text: t`De regels zijn bewaard.` }));
  const { rules } = organization;
  return (
    <Section title={t`Regels voor netwerken`} intro={t`Ze gelden voor alle netwerken, ook voor die er al zijn.`}>
      <Panel>
        <ApiForm form={form}>
          <NumberField
            name="rules.coreGroupMin"
            label={t`Kleinste kerngroep`}
            hint={t`Met minder mensen krijgt het kantoor een seintje.`}
            unit={t`personen`}
            required
            min={1}
            max={100}
            defaultValue={rules.coreGroupMin}
          />
          <NumberField
            name="rules.startCapacity"
            label={t`Hoeveel netwerken tegelijk mogen starten`}
            hint={t`Goedgekeurde plannen wachten op hun beurt.`}
            unit={t`netwerken`}
            required
            min={0}
            max={1000}
            defaultValue={rules.startCapacity}
          />
          <NumberField
            name="rules.goalMembersDefault"
            label={t`Groeidoel van een nieuw netwerk`}
            hint={t`Een plan mag hiervan afwijken.`}
            unit={t`leden`}
            required
            min={1}
            max={1_000_000}
            defaultValue={rules.goalMembersDefault}
          />
          <NumberField
            name="rules.dormantAfterDays"
            label={t`Wanneer een netwerk gaat rusten`}
            hint={t`Zo lang mag de kerngroep te klein zijn.`}
            unit={t`dagen`}
            required
            min={1}
            max={1000}
            defaultValue={rules.dormantAfterDays}
          />
          <NumberField
            name="rules.guestRetentionDays"
            label={t`Hoe lang we gegevens van gasten bewaren`}
            hint={t`Gerekend vanaf de bijeenkomst. Daarna wissen we ze vanzelf.`}
            unit={t`dagen`}
            required
            min={1}
            max={365}
            defaultValue={rules.guestRetentionDays}
          />
          <Row>
            <SubmitButton form={form}>{t`Bewaar de regels`}</SubmitButton>
          </Row>
        </ApiForm>
      </Panel>
    </Section>
  );
}

function rulesOf(input: FormReader) {
  return {
    rules: {
      coreGroupMin: input.number('rules.coreGroupMin'),
      startCapacity: input.number('rules.startCapacity'),
      goalMembersDefault: input.number('rules.goalMembersDefault'),
      dormantAfterDays: input.number('rules.dormantAfterDays'),
      guestRetentionDays: input.number('rules.guestRetentionDays'),
    },
  };
}

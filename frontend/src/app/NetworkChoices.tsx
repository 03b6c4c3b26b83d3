import { useLingui } from '@lingui/react/macro';
import type { NetworkKind, Openness, Sensitivity } from '@/api/gen/types.gen';
import { RadioField } from '@/ui/ChoiceField';
import {
  kindHints,
  kindLabels,
  opennessHints,
  opennessLabels,
  sensitivityHints,
  sensitivityLabels,
} from './networkLabels';

/** What kind of network it is; `label` where one word does not do. */
export function KindField({ label, chosen }: { label?: string; chosen?: NetworkKind }) {
  const { t, i18n } = useLingui();
  return (
    <RadioField
      name="kind"
      label={label ?? t`Soort`}
      required
      defaultValue={chosen}
      choices={(['theme', 'community'] as const).map((value) => ({
        value,
        label: i18n._(kindLabels[value]),
        hint: i18n._(kindHints[value]),
      }))}
    />
  );
}

/** Who may become a member, and what it takes. */
export function OpennessField({ chosen }: { chosen?: Openness }) {
  const { t, i18n } = useLingui();
  return (
    <RadioField
      name="openness"
      label={t`Lid worden`}
      required
      defaultValue={chosen}
      choices={(['open', 'approval', 'members-only'] as const).map((value) => ({
        value,
        label: i18n._(opennessLabels[value]),
        hint: i18n._(opennessHints[value]),
      }))}
    />
  );
}

const sensitivities: readonly Sensitivity[] = ['normal', 'special'];

type SensitivityFieldProps = { chosen?: Sensitivity; offered?: readonly Sensitivity[] };

/** What being a member gives away about someone. */
export function SensitivityField({ chosen, offered = sensitivities }: SensitivityFieldProps) {
  const { t, i18n } = useLingui();
  return (
    <RadioField
      name="sensitivity"
      label={t`Wat zegt lid zijn over iemand?`}
      required
      defaultValue={chosen}
      choices={offered.map((value) => ({
        value,
        label: i18n._(sensitivityLabels[value]),
        hint: i18n._(sensitivityHints[value]),
      }))}
    />
  );
}

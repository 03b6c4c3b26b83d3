import { useLingui } from '@lingui/react/macro';
import type { Meeting, Network } from '@/api/gen/types.gen';
import { SelectField, TextAreaField, TextField } from '@/ui/Field';
import { Section } from '@/ui/Layout';
import { AudienceFields } from './AudienceFields';
import { HostsField } from './HostsField';
import { kinds, optionsOf } from './labels';
import type { MeetingPart } from './meetingInput';
import { PlaceFields } from './PlaceFields';

type MeetingFieldsProps = {
  /** The meeting that is changed; absent for a new one. */
  meeting?: Meeting;
  /** The network that answers for it. */
  network: Pick<Network, 'id' | 'meetingAreas'>;
};

const noHosts: Meeting['hosts'] = [];

/** Everything the hosts decide about a meeting; `readMeeting` reads it. */
export function MeetingFields({ meeting, network }: MeetingFieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <Section title={t`Wat`}>
        <What {...(meeting ? { meeting } : {})} />
      </Section>
      <Section title={t`Wanneer en waar`}>
        <PlaceFields network={network} {...(meeting ? { meeting } : {})} />
      </Section>
      <Section title={t`Voor wie`}>
        <AudienceFields {...(meeting ? { meeting } : {})} />
      </Section>
      <Section title={t`Samen met`}>
        <HostsField network={network.id} chosen={meeting?.hosts ?? noHosts} />
      </Section>
    </>
  );
}

function What({ meeting }: MeetingPart) {
  const { t, i18n } = useLingui();
  return (
    <>
      <TextField
        name="title"
        label={t`Titel`}
        hint={t`Een vraag of een paar gewone woorden: “Wie zorgt er straks voor ons?”`}
        required
        maxLength={160}
        defaultValue={meeting?.title}
      />
      <SelectField
        name="kind"
        label={t`Soort`}
        required
        emptyOption={t`Kies een soort`}
        options={optionsOf(kinds, (label) => i18n._(label))}
        defaultValue={meeting?.kind ?? ''}
      />
      <TextAreaField
        name="summary"
        label={t`Wat gaan jullie doen?`}
        hint={t`Schrijf korte zinnen. Een lege regel begint een nieuwe alinea.`}
        rows={6}
        maxLength={8000}
        defaultValue={meeting?.summary}
      />
    </>
  );
}

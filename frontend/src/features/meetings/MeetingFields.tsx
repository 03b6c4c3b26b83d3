import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Meeting, MeetingArea, Network } from '@/api/gen/types.gen';
import { wallClock } from '@/app/formReader';
import { useOrganization } from '@/app/organization';
import {
  CheckboxField,
  DateTimeField,
  NumberField,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
} from '@/ui/Field';
import { Section } from '@/ui/Layout';
import { HostsField } from './HostsField';
import { audiences, kinds, optionsOf } from './labels';
import { municipalitiesOptions } from './queries';

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
        <WhenAndWhere network={network} {...(meeting ? { meeting } : {})} />
      </Section>
      <Section title={t`Voor wie`}>
        <ForWhom {...(meeting ? { meeting } : {})} />
      </Section>
      <Section title={t`Samen met`}>
        <HostsField network={network.id} chosen={meeting?.hosts ?? noHosts} />
      </Section>
    </>
  );
}

type PartProps = Pick<MeetingFieldsProps, 'meeting'>;

function What({ meeting }: PartProps) {
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

function WhenAndWhere({ meeting, network }: MeetingFieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <DateTimeField
        name="startsAt"
        label={t`Begin`}
        hint={t`De tijd op de klok in Nederland.`}
        required
        defaultValue={meeting ? wallClock(meeting.startsAt) : undefined}
      />
      <DateTimeField
        name="endsAt"
        label={t`Einde`}
        required
        defaultValue={meeting ? wallClock(meeting.endsAt) : undefined}
      />
      <TextField
        name="venue.name"
        label={t`Naam van de zaal`}
        hint={t`Zonder zaal? Vul dan een link in om online mee te doen.`}
        maxLength={200}
        defaultValue={meeting?.venue?.name}
      />
      <TextField
        name="venue.address"
        label={t`Adres van de zaal`}
        hint={t`Straat, nummer en plaats.`}
        maxLength={200}
        defaultValue={meeting?.venue?.address}
      />
      <TextField
        name="onlineUrl"
        type="url"
        label={t`Link om online mee te doen`}
        hint={t`Alleen wie een plek heeft, ziet deze link.`}
        maxLength={500}
        defaultValue={meeting?.onlineUrl ?? undefined}
      />
      {network.meetingAreas == null ? (
        <AreaField {...(meeting ? { meeting } : {})} />
      ) : (
        <OwnAreaField areas={network.meetingAreas} chosen={meeting?.area ?? null} />
      )}
      <TextAreaField
        name="accessibilityNote"
        label={t`Toegankelijkheid`}
        hint={t`Bijvoorbeeld: lift, ringleiding, parkeerplaats voor de deur.`}
        rows={3}
        maxLength={1000}
        defaultValue={meeting?.accessibilityNote}
      />
    </>
  );
}

function AreaField({ meeting }: PartProps) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { data = [] } = useQuery(municipalitiesOptions(slug));
  const chosen = meeting?.area;
  const areas = chosen != null && !data.some(({ id }) => id === chosen.id) ? [chosen, ...data] : data;
  if (areas.length === 0) return null;
  return (
    <SelectField
      // The options come after the field: a new field then takes over the choice.
      key={areas.length}
      name="areaId"
      label={t`Voor welke gemeente?`}
      hint={t`Zo telt de bijeenkomst mee in het vliegwiel.`}
      emptyOption={t`Voor iedereen`}
      options={areas.map(({ id, name }) => ({ value: id, label: name }))}
      defaultValue={chosen?.id ?? ''}
    />
  );
}

/** An ambassador plans where they work: one of those areas is needed. */
function OwnAreaField({ areas, chosen }: { areas: readonly MeetingArea[]; chosen: MeetingArea | null }) {
  const { t } = useLingui();
  const [only] = areas;
  return (
    <SelectField
      name="areaId"
      label={t`Voor welk gebied?`}
      hint={t`Als ambassadeur plan je bijeenkomsten in je eigen gebied.`}
      required
      emptyOption={t`Kies een gebied`}
      options={areas.map(({ id, name }) => ({ value: id, label: name }))}
      defaultValue={chosen?.id ?? (areas.length === 1 ? (only?.id ?? '') : '')}
    />
  );
}

function ForWhom({ meeting }: PartProps) {
  const { t, i18n } = useLingui();
  return (
    <>
      <RadioField
        name="audience"
        label={t`Wie mag komen?`}
        required
        choices={optionsOf(audiences, (label) => i18n._(label))}
        defaultValue={meeting?.audience ?? 'public'}
      />
      <NumberField
        name="capacity"
        label={t`Aantal plaatsen`}
        hint={t`Leeg: zonder grens. Is het vol, dan komen mensen op een wachtlijst.`}
        min={1}
        max={100000}
        unit={t`plaatsen`}
        defaultValue={meeting?.capacity ?? undefined}
      />
      <CheckboxField
        name="countOnly"
        label={t`Bewaar geen namen, tel alleen hoeveel mensen er zijn`}
        hint={t`Mensen melden zich dan niet aan. Na het publiceren staat deze keuze vast.`}
        defaultChecked={meeting?.attendance === 'count-only'}
      />
      <TextAreaField
        name="languageNote"
        label={t`Taal en hulp`}
        hint={t`Bijvoorbeeld: klare taal, met een tolk gebarentaal.`}
        rows={3}
        maxLength={1000}
        defaultValue={meeting?.languageNote}
      />
    </>
  );
}

import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { MeetingArea, Network } from '@/api/gen/types.gen';
import { wallClock } from '@/app/formReader';
import { useOrganization } from '@/app/organization';
import { DateTimeField, SelectField, TextAreaField, TextField } from '@/ui/Field';
import type { MeetingPart } from './meetingInput';
import { municipalitiesOptions } from './queries';

/** When a meeting is, in which hall or online, and for which municipality. */
export function PlaceFields({ meeting, network }: MeetingPart & { network: Pick<Network, 'meetingAreas'> }) {
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

function AreaField({ meeting }: MeetingPart) {
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

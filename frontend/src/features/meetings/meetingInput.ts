import type {
  Attendance,
  Audience,
  Meeting,
  MeetingChange,
  MeetingHostKind,
  MeetingKind,
  NamedHost,
} from '@/api/gen/types.gen';
import type { FormReader } from '@/app/formReader';

/** The meeting that a part of its form is filled from; none for a new one. */
export type MeetingPart = { meeting?: Meeting };

type MeetingInput = Required<MeetingChange> & {
  hosts: NamedHost[];
  kind: MeetingKind;
  title: string;
  startsAt: string;
  endsAt: string;
  audience: Audience;
  attendance: Attendance;
  summary: string;
  languageNote: string;
  accessibilityNote: string;
};

/** What `MeetingFields` hold, as the API takes it: all of it, with `null` for what is left empty. */
export function readMeeting(input: FormReader): MeetingInput {
  const venue = { name: input.text('venue.name'), address: input.text('venue.address') };
  return {
    title: input.text('title'),
    kind: input.choice('kind'),
    summary: input.text('summary'),
    startsAt: input.instantOrNull('startsAt') ?? '',
    endsAt: input.instantOrNull('endsAt') ?? '',
    areaId: input.textOrNull('areaId'),
    venue: venue.name === '' && venue.address === '' ? null : venue,
    onlineUrl: input.textOrNull('onlineUrl'),
    hosts: input.choices<string>('hosts').map(readHost),
    audience: input.choice('audience'),
    attendance: input.isTicked('countOnly') ? 'count-only' : 'named',
    capacity: input.numberOrNull('capacity'),
    languageNote: input.text('languageNote'),
    accessibilityNote: input.text('accessibilityNote'),
  };
}

/** A co-host as one value of a form: networks and units have ids of their own. */
export function hostValue({ kind, id }: NamedHost): string {
  return `${kind}:${id}`;
}

function readHost(value: string): NamedHost {
  const [kind, id] = value.split(':') as [MeetingHostKind, string];
  return { kind, id };
}

import { describe, expect, it } from 'vitest';
import { FormReader } from '@/app/formReader';
import { hostValue, readMeeting } from './meetingInput';

function form(fields: Record<string, string>): FormReader {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return new FormReader(data);
}

describe('the form of a meeting', () => {
  it('takes times as the clock in the Netherlands shows them', () => {
    const read = readMeeting(form({ startsAt: '2026-12-03T19:30', endsAt: '2026-07-03T22:00' }));

    expect(read.startsAt).toBe('2026-12-03T18:30:00Z');
    expect(read.endsAt).toBe('2026-07-03T20:00:00Z');
  });

  it('clears what is left empty', () => {
    const read = readMeeting(form({ 'venue.name': ' ', capacity: '', onlineUrl: '' }));

    expect(read).toMatchObject({ venue: null, capacity: null, onlineUrl: null, areaId: null, attendance: 'named' });
  });

  it('names networks and units that host it too', () => {
    const read = readMeeting(form({ hosts: hostValue({ kind: 'unit', id: '0190f85a' }) }));

    expect(read.hosts).toEqual([{ kind: 'unit', id: '0190f85a' }]);
  });

  it('sends half a room, so that the API says what is missing', () => {
    expect(readMeeting(form({ 'venue.name': 'Provinciehuis' })).venue).toEqual({ name: 'Provinciehuis', address: '' });
  });
});

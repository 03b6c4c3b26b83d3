import { describe, expect, it } from 'vitest';
import type { Attendee } from '@/api/gen/types.gen';
import { atDoor, figuresOf } from './doorList';

function attendee(name: string, over: Partial<Attendee> = {}): Attendee {
  return {
    id: name,
    name,
    state: 'registered',
    place: 1,
    isWalkIn: false,
    registeredAt: '2026-11-01T10:00:00Z',
    attendedAt: null,
    actions: [],
    version: 1,
    ...over,
  };
}

const inside = { attendedAt: '2026-12-03T18:20:00Z' };
const people = [
  attendee('Zoë de Wit'),
  attendee('Anna Bos'),
  attendee('Bram Kuiper', inside),
  attendee('Chris Vos', { ...inside, isWalkIn: true }),
  attendee('Dewi Wit', { state: 'waitlisted' }),
  attendee('Els Tan', { state: 'cancelled' }),
];
const names = (found: Attendee[]) => found.map(({ name }) => name);

describe('the list at the door', () => {
  it('shows by name who has a seat and has not come yet', () => {
    expect(names(atDoor(people, 'expected', ''))).toEqual(['Anna Bos', 'Zoë de Wit']);
  });

  it('shows who is inside, walk-ins too', () => {
    expect(names(atDoor(people, 'inside', ''))).toEqual(['Bram Kuiper', 'Chris Vos']);
  });

  it('finds everyone by any part of the name, without accents, also who waits or cancelled', () => {
    expect(names(atDoor(people, 'expected', 'wit zoe'))).toEqual(['Zoë de Wit']);
    expect(names(atDoor(people, 'expected', 'wit'))).toEqual(['Dewi Wit', 'Zoë de Wit']);
    expect(names(atDoor(people, 'inside', 'els'))).toEqual(['Els Tan']);
  });

  it('counts seats and walk-ins apart', () => {
    expect(figuresOf(people)).toEqual({ registered: 3, attended: 1, walkIns: 1 });
  });
});

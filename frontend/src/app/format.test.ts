import { describe, expect, it } from 'vitest';
import { formats } from './format';
import { FormReader, wallClock } from './formReader';
import { safeNext } from './paths';

const dutch = formats('nl');

describe('dates on the screen', () => {
  it('follow the clock in the Netherlands, not that of the device', () => {
    expect(dutch.moment('2026-12-03T18:30:00Z')).toBe('donderdag 3 december 2026, 19:30');
    expect(dutch.moment('2026-07-01T22:30:00Z')).toBe('donderdag 2 juli 2026, 00:30');
  });

  it('name both days when a meeting passes midnight', () => {
    expect(dutch.period('2026-12-03T18:30:00Z', '2026-12-03T21:00:00Z')).toBe('19:30–22:00');
    expect(dutch.period('2026-12-03T18:30:00Z', '2026-12-04T00:30:00Z')).toBe('3 dec 2026 19:30 – 4 dec 2026 01:30');
  });

  it('say how long until then', () => {
    expect(dutch.relative('2026-12-06T12:00:00Z', new Date('2026-12-03T12:00:00Z'))).toBe('over 3 dagen');
    expect(dutch.relative('2026-12-03T11:59:30Z', new Date('2026-12-03T12:00:00Z'))).toBe('nu');
  });
});

describe('a time typed in a form', () => {
  const read = (value: string) => {
    const data = new FormData();
    data.set('startsAt', value);
    return new FormReader(data).instantOrNull('startsAt');
  };

  it('becomes the right instant in summer, in winter and where the clock changes', () => {
    expect(read('2026-07-01T19:30')).toBe('2026-07-01T17:30:00Z');
    expect(read('2026-12-03T19:30')).toBe('2026-12-03T18:30:00Z');
    expect(read('2026-03-29T02:30')).toBe('2026-03-29T01:30:00Z');
    expect(read('2026-10-25T02:30')).toBe('2026-10-25T00:30:00Z');
  });

  it('comes back as it was typed', () => {
    expect(wallClock('2026-12-03T18:30:00Z')).toBe('2026-12-03T19:30');
  });
});

describe('the address after signing in', () => {
  it('is never another site', () => {
    expect(safeNext('/drenthe/mijn', '/drenthe')).toBe('/drenthe/mijn');
    expect(safeNext('//evil.example/x', '/drenthe')).toBe('/drenthe');
    expect(safeNext('/\\evil.example', '/drenthe')).toBe('/drenthe');
    expect(safeNext('https://evil.example', '/drenthe')).toBe('/drenthe');
    expect(safeNext(undefined, '/drenthe')).toBe('/drenthe');
  });
});

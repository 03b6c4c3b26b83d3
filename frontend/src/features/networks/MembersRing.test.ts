import { describe, expect, it } from 'vitest';
import { memberTeeth } from './MembersRing';

const done = (members: number, wanted: number) =>
  memberTeeth(members, wanted).filter((tooth) => tooth === 'done').length;

describe('the flywheel of a network', () => {
  it('has one tooth for each member wanted', () => {
    expect(memberTeeth(37, 50)).toHaveLength(50);
    expect(done(37, 50)).toBe(37);
  });

  it('is full and no fuller when there are more members than wanted', () => {
    expect(done(80, 50)).toBe(50);
  });

  it('counts in steps when there are too many to tell apart', () => {
    expect(memberTeeth(150, 300)).toHaveLength(60);
    expect(done(150, 300)).toBe(30);
    expect(done(299, 300)).toBe(59);
  });

  it('stands empty without members', () => {
    expect(done(0, 50)).toBe(0);
  });
});

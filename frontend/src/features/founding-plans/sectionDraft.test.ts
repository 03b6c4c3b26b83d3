import { describe, expect, it } from 'vitest';
import { draftOf, followed, merged, standing } from './sectionDraft';

const first = { text: 'Wij verbinden.', version: 1 };
const second = { text: 'Wij verbinden mensen in de zorg.', version: 2 };

describe('a section that several people write', () => {
  it('takes over what another wrote while nothing is typed', () => {
    expect(followed(draftOf(first), second)).toEqual(draftOf(second));
  });

  it('keeps what is typed when another writes, and tells', () => {
    const typing = { ...draftOf(first), typed: 'Wij helpen.' };

    expect(followed(typing, second)).toBe(typing);
    expect(standing(typing, second)).toBe('conflict');
  });

  it('is in no conflict when both wrote the same', () => {
    const typing = { ...draftOf(first), typed: second.text };

    expect(standing(typing, second)).toBe('changed');
    expect(followed(typing, second)).toEqual(draftOf(second));
  });

  it('is not thrown back by an answer that is older than what was saved', () => {
    const saved = draftOf(second);

    expect(followed(saved, first)).toBe(saved);
    expect(standing({ ...saved, typed: 'Meer.' }, first)).toBe('changed');
  });

  it('puts both texts below each other to be made into one', () => {
    expect(merged('Mijn zin.', 'Hun zin.')).toBe('Hun zin.\n\nMijn zin.');
    expect(merged('Mijn zin.', '')).toBe('Mijn zin.');
  });
});

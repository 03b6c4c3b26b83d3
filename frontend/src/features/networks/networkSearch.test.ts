import { describe, expect, it } from 'vitest';
import { networkQuery, readNetworkSearch } from './networkSearch';

describe('filters of the networks in an address', () => {
  it('are read as they stand there', () => {
    const search = { zoek: 'zorg', soort: 'theme', fase: 'pilot', van: 'mij' };
    expect(readNetworkSearch(search)).toEqual(search);
  });

  it('are left out when nobody knows them', () => {
    expect(readNetworkSearch({ zoek: ' ', soort: 'party', fase: 'toString', van: 'iedereen', x: 1 })).toEqual({});
  });

  it('keep a term within what the API takes', () => {
    expect(readNetworkSearch({ zoek: 'a'.repeat(300) }).zoek).toHaveLength(100);
  });

  it('become the query of the API', () => {
    expect(networkQuery({ zoek: 'zorg', soort: 'theme', fase: 'active', van: 'mij' })).toEqual({
      q: 'zorg',
      kind: 'theme',
      state: 'active',
      choice: 'mine',
    });
    expect(networkQuery({})).toEqual({});
  });
});

import { describe, expect, it } from 'vitest';
import type { Unit } from '@/api/gen/types.gen';
import { treeOf, withDescendants } from './tree';

function aUnit(id: string, parentId: string | null): Unit {
  return { id, parentId, kind: 'region', name: id, areaId: null, createdAt: '2026-01-05T09:00:00Z', actions: [] };
}

const units = [aUnit('assen', 'drenthe'), aUnit('drenthe', 'noord'), aUnit('jong', null), aUnit('noord', null)];

describe('the tree of units', () => {
  it('puts each unit in the one it lies in, in the order of the list', () => {
    const names = treeOf(units).map(({ unit, branches }) => [unit.id, branches.map((branch) => branch.unit.id)]);

    expect(names).toEqual([
      ['jong', []],
      ['noord', ['drenthe']],
    ]);
  });

  it('keeps a unit in sight whose parent is not there', () => {
    expect(treeOf([aUnit('los', 'weg')]).map(({ unit }) => unit.id)).toEqual(['los']);
  });

  it('knows everything below a unit, also where a child comes first', () => {
    expect([...withDescendants(units, 'noord')].toSorted()).toEqual(['assen', 'drenthe', 'noord']);
  });
});

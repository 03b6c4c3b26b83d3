import type { Unit } from '@/api/gen/types.gen';

/** A unit with those that lie in it. */
export type Branch = { unit: Unit; branches: Branch[] };

/** The tree of units, each level in the order given. A unit whose parent is not there stands at the top. */
export function treeOf(units: readonly Unit[]): Branch[] {
  const known = new Set(units.map(({ id }) => id));
  const within = (parent: string | null): Branch[] =>
    units
      .filter(({ parentId }) => (parentId != null && known.has(parentId) ? parentId : null) === parent)
      .map((unit) => ({ unit, branches: within(unit.id) }));
  return within(null);
}

/** The unit and all below it: where it cannot be moved to. */
export function withDescendants(units: readonly Unit[], unit: string): Set<string> {
  const found = new Set([unit]);
  // A parent may come after its child in the list, so go on until nothing is added.
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const { id, parentId } of units) if (parentId != null && found.has(parentId)) found.add(id);
  }
  return found;
}

import type { Area } from '../../../core/grid.ts';

/** Cells grouped by a name, neighbours of a row as one area, so that Excel is asked few times. A null name is in no group. */
export function runsByName(names: readonly (readonly (string | null)[])[], top: number, left: number): ReadonlyMap<string, Area[]> {
  const groups = new Map<string, Area[]>();
  names.forEach((line, k) => {
    let start = 0;
    for (let end = 1; end <= line.length; end++) {
      const name = line[start] ?? null;
      if (end < line.length && (line[end] ?? null) === name) continue;
      if (name !== null) {
        const areas = groups.get(name) ?? [];
        areas.push({ top: top + k, left: left + start, bottom: top + k, right: left + end - 1 });
        groups.set(name, areas);
      }
      start = end;
    }
  });
  return groups;
}

import type { Agency } from '../../core/plan/agency.ts';

/** A label that no other agency has: the short name, else the full name, else the id. */
export function agencyLabels(agencies: readonly Agency[]): Map<string, string> {
  const uses = new Map<string, number>();
  const count = (label: string) => uses.set(label, (uses.get(label) ?? 0) + 1);
  for (const { name, shortName } of agencies) {
    count(shortName);
    if (name !== shortName) count(name);
  }
  const isOwn = (label: string): boolean => uses.get(label) === 1;
  return new Map(agencies.map(({ id, name, shortName }) => [id, isOwn(shortName) ? shortName : isOwn(name) ? name : id]));
}

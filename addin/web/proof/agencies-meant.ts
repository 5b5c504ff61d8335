import type { PublicPlan } from '../../../contract/routes/get-public-plan.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { fold } from '../../ui/search.ts';
import { agencyCodeIn, codesMeant } from './agency-code.ts';

/** An agency that may be meant, and what it is called. */
export interface MeantAgency {
  readonly id: AgencyId;
  readonly name: string;
}

/**
 * The agencies that may be meant by what was typed: a code of the list in any spelling, or a name. The name as it stands goes before one in other
 * letters, this before a part of one. A code of no list may be of an agency that the plan does not have any more.
 */
export function agenciesMeant(typed: string, open: PublicPlan): readonly MeantAgency[] {
  const agencies = namedAgencies(open);
  const codes = codesMeant(agencyCodeIn(typed) ?? '');
  const coded = agencies.filter(({ id }) => codes.includes(id));
  if (coded.length > 0) return coded;
  const name = typed.replace(/\(\s*mã\s[^()]*\)?\s*$/i, '');
  const [exact, plain] = [plainName(name), fold(plainName(name))];
  if (plain === '') return [];
  for (const meets of [
    (one: string) => one === exact,
    (one: string) => fold(one) === plain,
    (one: string) => ` ${one} `.includes(` ${exact} `),
    (one: string) => ` ${fold(one)} `.includes(` ${plain} `),
  ]) {
    const meant = agencies.filter(({ names }) => names.some(meets));
    if (meant.length > 0) return meant;
  }
  return /\s/.test(typed.trim()) ? [] : codes.map((id) => ({ id, name: id }));
}

/** All that an agency is called in the list and in any period. */
function namedAgencies({ agencies, periods }: PublicPlan): readonly (MeantAgency & { readonly names: readonly string[] })[] {
  const all = new Map<AgencyId, { name: string; names: string[] }>();
  const add = (id: AgencyId, name: string | undefined, shortName: string | undefined): void => {
    const known = all.get(id) ?? { name: name ?? id, names: [] };
    known.names.push(...[name, shortName].flatMap((one) => (one === undefined ? [] : [plainName(one)])));
    all.set(id, known);
  };
  for (const { id, name, shortName } of agencies) add(id, name, shortName);
  for (const { agencies: changes } of periods)
    for (const [id, change] of Object.entries(changes)) add(id as AgencyId, change?.name, change?.shortName); // keys are ids
  return [...all].map(([id, one]) => ({ id, ...one }));
}

/** Small letters, one blank between two words, and without the office before the place. */
const plainName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(ubnd|ủy ban nhân dân) /, '');

import { Agencies, type Agency } from '../../core/plan/agency.ts';
import { defaultAgencies } from '../../seeds/agencies.ts';

/**
 * A list of `count` agencies for tests of scale: the province's own first, then communes named after the real ones with a
 * number, ids and names all different.
 */
export function madeUpAgencies(count: number): Agencies {
  const active = defaultAgencies().filter(({ active }) => active);
  const communes = active.filter(({ kind }) => kind === 'commune');
  const more = Array.from({ length: Math.max(0, count - active.length) }, (_, k): unknown => {
    const { gsoCode: _code, identifier: _identifier, ...model } = communes[k % communes.length] as Agency; // the seed has communes
    const number = Math.floor(k / communes.length) + 2;
    return {
      ...model,
      id: `TT-${String(k + 1).padStart(5, '0')}`,
      name: `${model.name} ${number}`,
      shortName: `${model.shortName} ${number}`,
    };
  });
  return Agencies.parse([...active.slice(0, count), ...more]);
}

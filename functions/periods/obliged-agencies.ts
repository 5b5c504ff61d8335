import type { Agency } from '../../core/plan/agency.ts';
import type { PeriodContext } from './period-context.ts';

/** The agencies that owe a row in a period, in the order of the list. */
export function obligedAgencies({ obligations: { agencies, reporters, leads } }: Pick<PeriodContext, 'obligations'>): Agency[] {
  const owing = new Set<string>([...reporters.values(), ...leads.values()].flat());
  return agencies.filter(({ id }) => owing.has(id));
}

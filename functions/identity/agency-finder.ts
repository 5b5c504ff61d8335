import type { Agency } from '../../core/plan/agency.ts';
import type { Elapsed } from './elapsed.ts';

/** The agencies, or how to ask for them where they may be switched on and off while the program runs. */
export type AgencySource = readonly Agency[] | (() => Promise<readonly Agency[]>);

/** How long an answer serves: an agency that is switched off is let in no longer than this. */
const SERVES_MS = 5_000;

/** Finds an agency by its id, asking the source once in some seconds; undefined when there is none. Throws what the source throws. */
export function agencyFinder(source: AgencySource, elapsed: Elapsed): (id: string) => Promise<Agency | undefined> {
  let agencies = new Map<string, Agency>();
  let until = Number.NEGATIVE_INFINITY;
  return async (id) => {
    const now = elapsed();
    if (now >= until) {
      agencies = new Map((typeof source === 'function' ? await source() : source).map((agency) => [agency.id, agency]));
      until = now + SERVES_MS;
    }
    return agencies.get(id);
  };
}

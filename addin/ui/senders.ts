import type { Me } from '../../contract/routes/get-me.ts';
import type { AgencyId } from '../../core/plan/agency.ts';

export interface Sender {
  readonly agency: AgencyId;
  readonly name: string;
}

/** The agencies whose reports the signed-in one may send: itself first. */
export const sendersOf = ({ agency, name, submitsFor }: Me): readonly Sender[] => [{ agency, name }, ...submitsFor];

import { Agencies } from '../core/plan/agency.ts';
import seed from './agencies.json' with { type: 'json' };

/** The agencies of Quảng Ngãi: 112 active reporters and 7 candidates. */
export const defaultAgencies = (): Agencies => Agencies.parse(seed);

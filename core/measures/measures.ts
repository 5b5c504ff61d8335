import { eachAgency } from './each-agency.ts';
import { numberMeasure } from './number.ts';
import { pooledRatio } from './pooled-ratio.ts';
import { shareOfAgencies } from './share-of-agencies.ts';
import { statedLevel } from './stated-level.ts';
import { statedRatio } from './stated-ratio.ts';
import { statementMeasure } from './statement.ts';

/** Every kind of measure. Another one is its file and its line here. */
export const MEASURES = [pooledRatio, statedRatio, shareOfAgencies, eachAgency, statedLevel, numberMeasure, statementMeasure] as const;

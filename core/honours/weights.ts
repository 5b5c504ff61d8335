import * as z from 'zod';

/** What an agency's points are given for; a part a file of this room. */
export const HONOURS_PART_IDS = ['timeliness', 'completeness', 'met', 'evidence'] as const;
export type HonoursPartId = (typeof HONOURS_PART_IDS)[number];

const Weight = z.int().min(0).max(100);

/** The most points that each part gives; all parts together give `WEIGHTS_TOGETHER`. A part of weight nought is not asked for. */
export const HonoursWeights = z.strictObject({ timeliness: Weight, completeness: Weight, met: Weight, evidence: Weight });
export type HonoursWeights = z.infer<typeof HonoursWeights>;

export const WEIGHTS_TOGETHER = 100;

/** As long as a period's settings say nothing else. */
export const USUAL_WEIGHTS: HonoursWeights = { timeliness: 20, completeness: 30, met: 30, evidence: 20 };

export const sumOfWeights = (weights: HonoursWeights): number => HONOURS_PART_IDS.reduce((sum, id) => sum + weights[id], 0);

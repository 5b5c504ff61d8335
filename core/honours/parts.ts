import { completeness } from './completeness.ts';
import { evidence } from './evidence.ts';
import { met } from './met.ts';
import type { HonoursPart } from './part.ts';
import { timeliness } from './timeliness.ts';

/** The parts of a score, in their order. */
export const HONOURS_PARTS: readonly HonoursPart[] = [timeliness, completeness, met, evidence];

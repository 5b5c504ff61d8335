import { measureOf } from '../../core/measures/measure-of.ts';
import type { Indicator } from '../../core/plan/plan.ts';

type ByYear = Readonly<Record<number, number>>;

/** Where the province's figure goes: a rate from 0 to 1 a year (a level from 1 to 5 for the level rows). Some rows fall. */
const COURSES: Readonly<Record<string, ByYear>> = {
  'PL1.I.1.1': { 2026: 0.929, 2027: 1 },
  'PL1.I.1.2': { 2026: 0.617, 2027: 0.947 },
  'PL1.I.1.3': { 2026: 0.9496, 2027: 0.9538 },
  'PL1.I.2.1': { 2026: 0.861, 2027: 0.984 },
  'PL1.I.2.2': { 2026: 0.887, 2027: 0.961 },
  'PL1.I.2.3': { 2026: 0.938, 2027: 0.921 },
  'PL1.I.2.4': { 2026: 1, 2027: 1 },
  'PL1.I.2.5': { 2026: 2, 2027: 3 },
  'PL1.I.2.6': { 2026: 0.584, 2027: 0.889 },
  'PL1.I.2.7': { 2026: 0.309, 2027: 0.547 },
  'PL1.II.1.1': { 2028: 0.962, 2029: 0.971, 2030: 0.9904 },
  'PL1.II.1.2': { 2028: 0.12, 2029: 0.26, 2030: 0.51 },
  'PL1.II.1.3': { 2028: 0.41, 2029: 0.68, 2030: 0.93 },
  'PL1.II.1.4': { 2028: 0.71, 2029: 0.86, 2030: 0.985 },
  'PL1.II.1.5': { 2028: 0.33, 2029: 0.55, 2030: 0.812 },
  'PL1.II.2.1': { 2028: 3, 2029: 4, 2030: 4 },
  'PL1.II.2.2': { 2028: 0.52, 2029: 0.61, 2030: 0.9 },
  'PL1.II.2.3': { 2028: 0.55, 2029: 0.8, 2030: 1 },
  'PL1.II.2.4': { 2028: 0.6, 2029: 0.75, 2030: 0.9 },
  'PL1.II.2.5': { 2028: 0.58, 2029: 0.79, 2030: 0.97 },
  'PL1.II.2.6': { 2028: 0.64, 2029: 0.62, 2030: 0.95 },
};

/** The whole of the rows that one agency states for the province, which no adding up gives: the catalogue of procedures. */
const STATED_WHOLE: Readonly<Record<string, ByYear>> = {
  'PL1.I.1.1': { 2026: 1148, 2027: 1163 },
  'PL1.I.1.2': { 2026: 3587, 2027: 3604 },
};

/** The province's rate of a row in a year, or its level; a row of another plan begins where its measure says. */
export function provinceFigure(row: Indicator, year: number): number {
  const known = COURSES[row.id]?.[year];
  return known ?? measureOf(row).madeUp.start;
}

/** The whole that the stating agency gives for the province, where the row has one. */
export const statedWholeOf = (row: Indicator, year: number): number | undefined => STATED_WHOLE[row.id]?.[year];

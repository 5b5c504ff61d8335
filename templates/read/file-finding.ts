import { type FindingOf, finding } from '../../core/findings/finding.ts';
import { failed, type Result } from '../../core/result.ts';

/** Why a file could not be read as a workbook. */
export type FileFinding = FindingOf<'not-a-workbook'> | FindingOf<'encrypted'> | FindingOf<'damaged-workbook'> | FindingOf<'over-limits'>;

/** A part of a workbook once read, or why the whole file is refused. */
export type Reading<T> = Result<T, FileFinding>;

/** The workbook is damaged in this part of its zip; `sheet` where it is one sheet's. */
export const damaged = (part: string, sheet?: string): Reading<never> =>
  failed(finding('damaged-workbook', { part }, sheet === undefined ? {} : { sheet }));

export const overLimits = (limit: FindingOf<'over-limits'>['facts']['limit'], allowed: number): Reading<never> =>
  failed(finding('over-limits', { limit, allowed }));

export const foreign = (looksLike: FindingOf<'not-a-workbook'>['facts']['looksLike']): Reading<never> =>
  failed(finding('not-a-workbook', { looksLike }));

export const encrypted = (): Reading<never> => failed(finding('encrypted', {}));

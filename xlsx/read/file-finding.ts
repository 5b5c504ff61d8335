import { type Finding, type FindingOf, finding } from '../../core/findings/finding.ts';
import { failed, type Result } from '../../core/result.ts';
import { damagedWorkbook, encrypted, type FileLook, notAWorkbook, overLimits } from '../../core/rules/files.ts';

/** Why a file could not be read as a workbook. */
export type FileFinding = Extract<
  Finding,
  { readonly rule: typeof notAWorkbook.id | typeof encrypted.id | typeof damagedWorkbook.id | typeof overLimits.id }
>;

/** A part of a workbook once read, or why the whole file is refused. */
export type ReadResult<T> = Result<T, FileFinding>;

/** The workbook is damaged in this part of its zip; `sheet` where it is one sheet's. */
export const damaged = (part: string, sheet?: string): ReadResult<never> =>
  failed(finding(damagedWorkbook, { part }, sheet === undefined ? {} : { sheet }));

export const exceeding = (limit: FindingOf<typeof overLimits.id>['facts']['limit'], allowed: number): ReadResult<never> =>
  failed(finding(overLimits, { limit, allowed }));

export const foreign = (looksLike: FileLook): ReadResult<never> => failed(finding(notAWorkbook, { looksLike }));

export const locked = (): ReadResult<never> => failed(finding(encrypted, {}));

import type * as z from 'zod';
import { bothCounts } from './both-counts.ts';
import { changedHundredfold } from './changed-hundredfold.ts';
import { columnMissing, columnTwice, lockedColumnMissing } from './columns.ts';
import { countAsText, countFractional, countIsAPercent, countNegative, countTooLarge } from './counts.ts';
import { countIsADate, countNotANumber } from './counts-as-fractions.ts';
import { dateAhead } from './date-ahead.ts';
import { dateAsNumber, dateAsText, dateNotRead } from './dates.ts';
import { doneWithEvidence } from './done-with-evidence.ts';
import { fellSinceLastPeriod } from './fell-since-last-period.ts';
import { figureNeeded } from './figure-needed.ts';
import { damagedWorkbook, encrypted, notAWorkbook, overLimits, readingTookTooLong, unreadableFile } from './files.ts';
import { findingsLost } from './findings-lost.ts';
import { cellError, formula, formulaNotCalculated } from './formulas.ts';
import { headingDiffers } from './heading-differs.ts';
import {
  identityAmbiguous,
  identityInactiveAgency,
  identityLayoutVersion,
  identityMissing,
  identityOtherAgency,
  identityOtherPeriod,
  identityOtherPlan,
  identityUnknownAgency,
} from './identity.ts';
import { leadNotRelevant } from './lead-not-relevant.ts';
import { lockedCellChanged, mergedInput, planTextChanged, shownOtherwise } from './looks.ts';
import { moreProblems } from './more-problems.ts';
import { noFigureExplained } from './no-figure-explained.ts';
import { noFigureWithFigure } from './no-figure-with-figure.ts';
import { nothingAroseWithFigure } from './nothing-arose-with-figure.ts';
import { nothingFilled } from './nothing-filled.ts';
import { numberAsText, numberNotRead } from './numbers.ts';
import { outweighsOthers } from './outweighs-others.ts';
import { partWithinWhole } from './part-within-whole.ts';
import { progressAboveWhole, progressAsText, progressNegative, progressNotANumber, progressPartOrPercent } from './progress.ts';
import { progressFitsStatus } from './progress-fits-status.ts';
import { remarkUnanswered } from './remark-unanswered.ts';
import { rowLeftBlank } from './row-left-blank.ts';
import { hiddenRowsRead, rowMissing, rowMixedUp, rowNotOwed, rowTwice, rowUnknown } from './rows.ts';
import { sameAsAnother } from './same-as-another.ts';
import { sheetAmbiguous, sheetCopy, sheetMissing } from './sheets.ts';
import { statementWithoutDate, statementWithoutText } from './statements.ts';
import { legacyFont, textIsADate, textTooLong } from './texts.ts';
import { tooManyDecimals } from './too-many-decimals.ts';
import { twoWorkbooks, twoWorkbooksUnclear } from './two-workbooks.ts';
import { wholeNotZero } from './whole-not-zero.ts';
import { levelUnknown, statusNeeded, wordUnknown } from './words.ts';

/** Every rule; those on one report find in this order. */
export const RULES = [
  notAWorkbook,
  encrypted,
  damagedWorkbook,
  overLimits,
  unreadableFile,
  readingTookTooLong,
  identityMissing,
  identityAmbiguous,
  identityOtherPlan,
  identityOtherPeriod,
  identityUnknownAgency,
  identityInactiveAgency,
  identityOtherAgency,
  identityLayoutVersion,
  twoWorkbooks,
  twoWorkbooksUnclear,
  sheetMissing,
  sheetCopy,
  sheetAmbiguous,
  columnMissing,
  columnTwice,
  lockedColumnMissing,
  headingDiffers,
  rowMissing,
  rowTwice,
  rowUnknown,
  rowMixedUp,
  rowNotOwed,
  hiddenRowsRead,
  moreProblems,
  formula,
  formulaNotCalculated,
  cellError,
  mergedInput,
  shownOtherwise,
  planTextChanged,
  lockedCellChanged,
  countAsText,
  countNotANumber,
  countIsADate,
  countIsAPercent,
  countNegative,
  countFractional,
  countTooLarge,
  numberAsText,
  numberNotRead,
  wordUnknown,
  levelUnknown,
  statusNeeded,
  progressAsText,
  progressNotANumber,
  progressNegative,
  progressPartOrPercent,
  progressAboveWhole,
  dateAsText,
  dateAsNumber,
  dateNotRead,
  textIsADate,
  textTooLong,
  legacyFont,
  partWithinWhole,
  bothCounts,
  wholeNotZero,
  figureNeeded,
  tooManyDecimals,
  statementWithoutDate,
  statementWithoutText,
  nothingAroseWithFigure,
  noFigureWithFigure,
  noFigureExplained,
  nothingFilled,
  rowLeftBlank,
  doneWithEvidence,
  progressFitsStatus,
  fellSinceLastPeriod,
  leadNotRelevant,
  dateAhead,
  changedHundredfold,
  findingsLost,
  remarkUnanswered,
  sameAsAnother,
  outweighsOthers,
] as const;

export type AnyRule = (typeof RULES)[number];
export type RuleId = AnyRule['id'];

/** What a rule knows of the thing that it found, by its id. */
export type FactsOf<R extends RuleId> = z.infer<Extract<AnyRule, { readonly id: R }>['facts']>;

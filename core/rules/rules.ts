import type { Finding } from '../findings/finding.ts';
import type { Report } from '../report.ts';
import { bothCounts } from './both-counts.ts';
import { changedHundredfold } from './changed-hundredfold.ts';
import { dateAhead } from './date-ahead.ts';
import { doneWithEvidence } from './done-with-evidence.ts';
import { fellSinceLastPeriod } from './fell-since-last-period.ts';
import { figureNeeded } from './figure-needed.ts';
import { leadNotRelevant } from './lead-not-relevant.ts';
import { noFigureExplained } from './no-figure-explained.ts';
import { noFigureWithFigure } from './no-figure-with-figure.ts';
import { nothingAroseWithFigure } from './nothing-arose-with-figure.ts';
import { partWithinWhole } from './part-within-whole.ts';
import { progressFitsStatus } from './progress-fits-status.ts';
import { rowLeftBlank } from './row-left-blank.ts';
import type { Rule, RuleContext } from './rule.ts';
import { wholeNotZero } from './whole-not-zero.ts';

/** The rules on one report: run by pane, command line and server alike. */
const RULES: readonly Rule[] = [
  partWithinWhole,
  bothCounts,
  wholeNotZero,
  figureNeeded,
  nothingAroseWithFigure,
  noFigureWithFigure,
  noFigureExplained,
  rowLeftBlank,
  doneWithEvidence,
  progressFitsStatus,
  fellSinceLastPeriod,
  leadNotRelevant,
  dateAhead,
  changedHundredfold,
];

/** Everything that the rules find in a report. */
export const checkReport = (report: Report, context: RuleContext): Finding[] => RULES.flatMap((rule) => rule(report, context));

import type { FactsByRule, RuleId } from '../findings/facts.ts';
import type { Finding } from '../findings/finding.ts';
import { figureNamed } from '../measures/measure-of.ts';
import type { Mend } from './mend.ts';
import { type Mending, type MendPlace, mendPlace } from './mending.ts';
import { mendsOfCountText, mendsOfDate, mendsOfFraction } from './mends-of-count.ts';
import { mendsOfReadDate } from './mends-of-date.ts';
import { mendsOfFormula } from './mends-of-formula.ts';
import { asPercent, mendsOfAboveWhole, mendsOfPartOrPercent, mendsOfProgressText } from './mends-of-progress.ts';
import {
  choose,
  mendsOfFigureBesideState,
  mendsOfLevel,
  mendsOfMissingStatus,
  mendsOfNothing,
  mendsOfStatus,
  mendsOfWord,
} from './mends-of-word.ts';

type MendsOf<R extends RuleId> = (facts: FactsByRule[R], place: MendPlace) => readonly Mend[];

/** Only the agency can say: a figure, a reason, another file. */
const none = (): readonly Mend[] => [];

/** Exhaustive: a rule about which nobody has thought what a clerk could click does not compile. */
const MENDS: { readonly [R in RuleId]: MendsOf<R> } = {
  'not-a-workbook': none,
  encrypted: none,
  'damaged-workbook': none,
  'over-limits': none,
  'unreadable-file': none,
  'reading-took-too-long': none,
  'identity-missing': none,
  'identity-ambiguous': none,
  'identity-other-plan': none,
  'identity-other-period': none,
  'identity-unknown-agency': none,
  'identity-inactive-agency': none,
  'identity-other-agency': none,
  'identity-layout-version': none,
  'two-workbooks': none,
  'two-workbooks-unclear': none,
  'sheet-missing': none,
  'sheet-copy': none,
  'sheet-ambiguous': none,
  'column-missing': none,
  'column-twice': none,
  'locked-column-missing': none,
  'heading-differs': none,
  'row-missing': none,
  'row-twice': none,
  'row-unknown': none,
  'row-mixed-up': none,
  'row-not-owed': none,
  'hidden-rows-read': none,
  'more-problems': none,
  formula: (_, place) => mendsOfFormula(place),
  'formula-not-calculated': none,
  'cell-error': none,
  'merged-input': none,
  'shown-otherwise': none,
  'plan-text-changed': none,
  'locked-cell-changed': none,
  'count-as-text': mendsOfCountText,
  'count-not-a-number': (_, place) => mendsOfFraction(place),
  'count-is-a-date': mendsOfDate,
  'count-is-a-percent': none,
  'count-negative': none,
  'count-fractional': none,
  'count-too-large': none,
  'word-unknown': mendsOfWord,
  'level-unknown': mendsOfLevel,
  'status-needed': (_, place) => mendsOfMissingStatus(place),
  'progress-as-text': ({ percent }, place) => [asPercent(percent, place)],
  'progress-not-a-number': (_, place) => mendsOfProgressText(place),
  'progress-negative': none,
  'progress-part-or-percent': mendsOfPartOrPercent,
  'progress-above-whole': mendsOfAboveWhole,
  'date-as-text': ({ date }, place) => mendsOfReadDate(date, place),
  'date-as-number': ({ date }, place) => mendsOfReadDate(date, place),
  'date-not-read': none,
  'date-ahead': none,
  'text-is-a-date': none,
  'text-too-long': none,
  'legacy-font': none,
  'part-within-whole': none,
  'both-counts': (_, place) => mendsOfNothing(place),
  'whole-not-zero': (_, place) => mendsOfNothing(place),
  'figure-needed': ({ of }, place) => {
    const offers = figureNamed(of)?.offers ?? [];
    return offers === 'nothing-arose' ? mendsOfNothing(place) : offers.map((word) => choose(word, place));
  },
  'nothing-arose-with-figure': (_, place) => mendsOfFigureBesideState(place),
  'no-figure-with-figure': (_, place) => mendsOfFigureBesideState(place),
  'no-figure-explained': none,
  'row-left-blank': none,
  'nothing-filled': none,
  'done-with-evidence': none,
  'progress-fits-status': (_, place) => mendsOfStatus(place),
  'fell-since-last-period': none,
  'lead-not-relevant': none,
  'changed-hundredfold': none,
  'same-as-another': none,
  'outweighs-others': none,
};

/** The mends that a clerk can choose from beside a finding, the likeliest first; none of them guesses a figure. */
export function mendsOf(finding: Finding, mending: Mending): readonly Mend[] {
  const place = mendPlace(finding, mending);
  const offer = MENDS[finding.rule] as MendsOf<RuleId>; // rule and facts come in pairs
  return place === null ? [] : offer(finding.facts, place);
}

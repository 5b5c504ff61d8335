import type { StatedValue } from '../../core/figures/figure.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import type { Agency, AgencyId } from '../../core/plan/agency.ts';
import type { Obligations } from '../../core/plan/obligations.ts';
import { yearOfPeriod } from '../../core/plan/period-parts.ts';
import type { Indicator, RowId } from '../../core/plan/plan.ts';
import type { IndicatorEntry } from '../../core/report.ts';
import { agencySize } from './agency-size.ts';
import { type Cast, countsIn } from './cast.ts';
import { provinceFigure, statedWholeOf } from './courses.ts';
import { diceOf } from './dice.ts';
import { doneOn } from './done-on.ts';
import { evidenceOf } from './evidence.ts';
import { noFigureReason, nothingAroseReason, shortReason } from './reasons.ts';
import { type Share, steer } from './steer.ts';
import { madeUpWhole } from './volumes.ts';

const NO_FIGURE = 0.012;
const LEFT_BLANK = 0.008;

type Entries = Map<RowId, IndicatorEntry>;

/**
 * Every agency's indicator entries of the period, in one go: the province's figure of a row is chosen, and the agencies' figures follow.
 */
export function indicatorEntries(obligations: Obligations, cast: Cast): ReadonlyMap<AgencyId, Entries> {
  const all = new Map<AgencyId, Entries>(obligations.agencies.map(({ id }) => [id, new Map()]));
  for (const row of obligations.plan.indicators) {
    const owners = (obligations.reporters.get(row.id) ?? []).flatMap((id) => obligations.agency.get(id) ?? []);
    for (const [id, entry] of entriesOfRow(row, owners, yearOfPeriod(obligations.period), cast)) all.get(id)?.set(row.id, entry);
  }
  return all;
}

function entriesOfRow(row: Indicator, owners: readonly Agency[], year: number, cast: Cast): [AgencyId, IndicatorEntry][] {
  const { madeUp, statedBy } = measureOf(row);
  const course = provinceFigure(row, year);
  if ('value' in madeUp) {
    const said = (agency: Agency) => madeUp.value(course, diceOf('yes', row.id, agency.id).unit());
    return owners.map((agency) => [agency.id, stated(row, agency, said(agency), year)]);
  }
  const told = owners.map((agency): DrawnFigure => {
    const share = agency.id === statedBy ? provinceShare(row, agency, year) : shareOf(row, agency, year);
    return { agency, share, fate: agency.id === statedBy ? 'told' : fateOf(row, agency, year) };
  });
  const steered = madeUp.isSteered ? steeredTogether(told, course, cast) : told;
  return steered
    .filter(({ fate }) => fate !== 'left-blank')
    .map(({ agency, share, fate }) => [agency.id, counted(row, agency, share, year, fate)]);
}

interface DrawnFigure {
  readonly agency: Agency;
  readonly share: Share;
  readonly fate: Fate;
}

type Fate = 'told' | 'no-figure' | 'left-blank';

function fateOf(row: Indicator, agency: Agency, year: number): Fate {
  const drawn = diceOf('fate', row.id, agency.id, year).unit();
  if (agencySize(agency) === 'ward' || drawn >= LEFT_BLANK + NO_FIGURE) return 'told';
  return drawn < LEFT_BLANK ? 'left-blank' : 'no-figure';
}

/** Figures that will not come in are not part of the sum that is steered. */
function steeredTogether(all: readonly DrawnFigure[], rate: number, cast: Cast): readonly DrawnFigure[] {
  const counting = all.filter(({ agency, fate }) => fate === 'told' && countsIn(cast, agency.id));
  const numerators = steer(
    counting.map(({ share }) => share),
    rate,
  );
  const moved = new Map(counting.map(({ agency }, k) => [agency.id, numerators[k]]));
  return all.map((one) => ({ ...one, share: { ...one.share, numerator: moved.get(one.agency.id) ?? one.share.numerator } }));
}

function provinceShare(row: Indicator, agency: Agency, year: number): Share {
  const denominator = statedWholeOf(row, year) ?? madeUpWhole(row, agency, year);
  return { numerator: Math.round(denominator * provinceFigure(row, year)), denominator };
}

/** Some offices are ahead of the rest in everything, some behind; a rate close to 100 % leaves little room for either. */
function shareOf(row: Indicator, agency: Agency, year: number): Share {
  const denominator = madeUpWhole(row, agency, year);
  const rate = provinceFigure(row, year);
  const { madeUp } = measureOf(row);
  if ('part' in madeUp && madeUp.part !== 'varied')
    return { numerator: madeUp.part(denominator, rate, diceOf('meets', row.id, agency.id).unit()), denominator };
  const skill = diceOf('skill', agency.id).unit() * 2 - (agencySize(agency) === 'mountain' ? 1.25 : 0.9);
  const luck = diceOf('luck', row.id, agency.id, year).unit() - 0.5;
  const own = rate + (skill + luck) * Math.min(rate, 1 - rate) * 0.8;
  return { numerator: Math.round(denominator * Math.min(1, Math.max(0, own))), denominator };
}

function counted(row: Indicator, agency: Agency, { numerator, denominator }: Share, year: number, fate: Fate): IndicatorEntry {
  const dice = diceOf('words', row.id, agency.id, year);
  if (denominator === 0) return { state: 'nothing-arose', explanation: nothingAroseReason(dice, row) };
  if (fate === 'no-figure') return { state: 'no-figure', explanation: noFigureReason(dice) };
  const short = measureOf(row).reaches({ numerator, denominator }, agency.id) === false;
  return {
    state: 'reported',
    numerator,
    denominator,
    ...(short && dice.chance(0.9) ? { explanation: shortReason(dice, row, denominator - numerator) } : {}),
    ...(dice.chance(0.7) ? { evidence: evidenceOf(dice, row, agency, year) } : {}),
  };
}

function stated(row: Indicator, agency: Agency, value: StatedValue, year: number): IndicatorEntry {
  const { madeUp, reaches } = measureOf(row);
  const short = reaches({ value, ...doneOn(row, value, year) }, agency.id) === false;
  if (short && !('value' in madeUp && madeUp.saysWhyShort)) return { state: 'reported', value, ...doneOn(row, value, year) };
  const dice = diceOf('words', row.id, agency.id, year);
  const evidence = evidenceOf(dice, row, agency, year);
  return { state: 'reported', value, ...doneOn(row, value, year), ...(short ? { explanation: shortReason(dice, row, 1) } : {}), evidence };
}

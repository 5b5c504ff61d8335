import type { AgencyId } from '../agency.ts';
import type { Outcome } from '../consolidate/measures.ts';
import { shortfalls } from '../consolidate/shortfall.ts';
import { daysBetween } from '../day.ts';
import { formatCount, formatDate, formatDecimal, formatPercent } from '../format.ts';
import { type Fraction, fraction, fromDecimal, minus, over } from '../fraction.ts';
import type { IndicatorCell, IndicatorRow, Why } from '../matrix.ts';
import type { Obligations } from '../obligations.ts';
import { cutOffOf, type Indicator } from '../plan.ts';
import { namesOf } from './names.ts';

type Judged = Omit<IndicatorRow, 'why' | 'cells'>;

interface Ground {
  readonly outcome: Outcome | null;
  readonly cells: readonly (readonly [AgencyId, IndicatorCell])[];
  readonly obligations: Obligations;
}

/** The reason of an indicator's verdict in official Vietnamese; a flag is a row missed, below, or whose pace is `accelerate` or worse (design, "Assessment"). */
export function whyIndicator(indicator: Indicator, row: Judged, ground: Ground): Why {
  const flagged =
    row.verdict === 'missed' || row.verdict === 'below' || row.pace === 'accelerate' || row.pace === 'slow' || row.pace === 'backward';
  const short = flagged ? shortfalls(indicator, ground.cells) : [];
  const sentence = [
    verdictSentence(indicator, row, ground),
    ...(short.length > 0
      ? [
          pullers(
            short.map(({ agency }) => agency),
            ground.obligations,
          ),
        ]
      : []),
    ...paceSentence(row),
    ...provisionalSentence(indicator, row, ground.obligations),
  ].join(' ');
  return { sentence, flagged, ...(short.length > 0 && { pulledDownBy: short.map(({ agency }) => agency) }) };
}

function verdictSentence(indicator: Indicator, row: Judged, { outcome, obligations }: Ground): string {
  const { plan, period } = obligations;
  switch (row.verdict) {
    case 'not-due': {
      const phase = plan.phases.find(({ id }) => id === indicator.phase);
      const years = phase ? ` (${phase.from}-${phase.to})` : '';
      return `Chỉ tiêu thuộc giai đoạn khác${years}, chưa đến kỳ báo cáo trong năm ${period}.`;
    }
    case 'nothing-arose':
      return 'Các đơn vị phải báo cáo đều ghi không phát sinh trong kỳ.';
    case 'not-reported':
      return notReported(indicator, obligations);
    case 'met':
      return outcome ? metSentence(indicator, outcome) : '';
    case 'below':
    case 'missed':
      return outcome ? gapSentence(indicator, row, outcome, obligations) : '';
  }
}

function notReported({ measure }: Indicator, { agency }: Obligations): string {
  if (!('statedBy' in measure)) return 'Chưa có đơn vị nào báo cáo số liệu.';
  return `${agency.get(measure.statedBy)?.name ?? measure.statedBy} chưa báo cáo số liệu của toàn tỉnh.`;
}

function metSentence({ measure }: Indicator, outcome: Outcome): string {
  const figure = figureText(outcome);
  if (measure.kind === 'stated-level') {
    const { aspiredLevel, minLevel } = measure;
    const level = 'level' in outcome.result ? outcome.result.level : minLevel;
    const aspired = !aspiredLevel
      ? ''
      : level >= aspiredLevel
        ? `, đạt mức phấn đấu cấp độ ${aspiredLevel}`
        : `, chưa đạt mức phấn đấu cấp độ ${aspiredLevel}`;
    return `${figure}, đạt yêu cầu từ cấp độ ${minLevel}${aspired}.`;
  }
  if (measure.kind === 'each-agency') return `${figure}, tất cả đều đạt mức ${formatPercent(fromDecimal(measure.atLeastPercent))}.`;
  return `${figure}, đạt mục tiêu ${formatPercent(outcome.target ?? fraction(0))}.`;
}

function gapSentence({ measure, due }: Indicator, row: Judged, outcome: Outcome, { plan, period }: Obligations): string {
  const { target, percent, gap, result } = outcome;
  const until = row.verdict === 'missed' ? `; chỉ tiêu đến hạn ${formatDate(due)}` : '';
  if (measure.kind === 'stated-level') return `${figureText(outcome)}, thấp hơn yêu cầu cấp độ ${measure.minLevel}${until}.`;
  const each = measure.kind === 'each-agency' ? ` đạt mức ${formatPercent(fromDecimal(measure.atLeastPercent))}` : '';
  const missing = unitsShort(result, target);
  const years = over(fraction(daysBetween(cutOffOf(plan, period), due)), fraction(365));
  const yearly =
    row.verdict === 'below' && years.num > 0n
      ? `; cần tăng ${formatDecimal(over(gap, years))} điểm mỗi năm đến hạn ${formatDate(due)}`
      : '';
  const goal = formatPercent(target ?? fraction(0));
  return `${figureText(outcome)}${each}, thấp hơn mục tiêu ${goal} là ${pointsText(gap, percent, target)} điểm; còn thiếu ${formatCount(missing)}${yearly}${until}.`;
}

/** How many units the numerator is short of the target, rounded up to whole units. */
function unitsShort(result: Outcome['result'], target: Fraction | null): number {
  if (!target || 'level' in result) return 0;
  const [have, of] =
    'yes' in result
      ? [result.yes, result.obliged]
      : 'meeting' in result
        ? [result.meeting, result.obliged]
        : [result.numerator, result.denominator];
  const needed = target.num * BigInt(of);
  const unit = target.den * 100n;
  return Number((needed + unit - 1n) / unit) - have;
}

/** The gap with enough decimals not to read as nought. */
function pointsText(gap: Fraction, percent: Fraction | null, target: Fraction | null): string {
  for (let digits = 2; digits < 8; digits++) {
    const text = formatDecimal(gap, digits);
    if (text !== '0') return text;
  }
  return percent && target ? formatDecimal(minus(target, percent), 12) : '0';
}

function figureText({ result, percent, target }: Outcome): string {
  if ('level' in result) return `Toàn tỉnh ở cấp độ ${result.level}`;
  const shown = formatPercent(percent ?? fraction(0), target ?? undefined);
  if ('yes' in result) return `${formatCount(result.yes)}/${formatCount(result.obliged)} cơ quan trả lời “Có” (${shown})`;
  if ('meeting' in result) return `${formatCount(result.meeting)}/${formatCount(result.obliged)} cơ quan (${shown})`;
  return `Kết quả toàn tỉnh đạt ${shown} (${formatCount(result.numerator)}/${formatCount(result.denominator)})`;
}

function pullers(agencies: readonly AgencyId[], obligations: Obligations): string {
  const first = agencies.slice(0, 3);
  const count = first.length === 1 ? 'Đơn vị' : first.length === 2 ? 'Hai đơn vị' : 'Ba đơn vị';
  return `${count} kéo xuống nhiều nhất: ${namesOf(first, obligations)}.`;
}

function paceSentence({ pace, base }: Judged): string[] {
  const from = base ? `so với ${formatDecimal(fromDecimal(base.percent))}% ngày ${formatDate(base.at)}` : '';
  switch (pace) {
    case 'accelerate':
      return [`Tiến độ cần tăng tốc ${from}.`];
    case 'slow':
      return [`Tiến độ chậm ${from}.`];
    case 'backward':
      return [`Kết quả đi lùi ${from}.`];
    case 'on-track':
      return [`Đúng tiến độ ${from}.`];
    case 'achieved':
    case 'maintain':
    case 'no-basis':
    case 'too-early':
    case null:
      return [];
  }
}

function provisionalSentence({ measure }: Indicator, { provisional, coverage }: Judged, { agency }: Obligations): string[] {
  if (!provisional || coverage.reported === 0) return [];
  if ('statedBy' in measure) return [`Số liệu còn chờ ${agency.get(measure.statedBy)?.name ?? measure.statedBy}.`];
  const answered = coverage.reported + coverage.nothingArose;
  return [`Tạm tính: mới có ${formatCount(answered)}/${formatCount(coverage.obliged)} đơn vị có số liệu.`];
}

import { shortfalls } from '../consolidating/shortfall.ts';
import { daysBetween } from '../day.ts';
import { formatCount, formatDate } from '../format.ts';
import { fraction, fromDecimal, over } from '../fraction.ts';
import { type IndicatorRow, valueOfBase, type Why } from '../matrix.ts';
import type { AgencyCells, Deadline, JudgedResult } from '../measures/measure.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { Obligations } from '../plan/obligations.ts';
import { type Indicator, wholeOf } from '../plan/plan.ts';
import { cutOffOf } from '../plan/plan-periods.ts';
import { namesOf } from './names.ts';
import { notAskedText } from './not-asked.ts';
import { periodName } from './period-names.ts';

type Judged = Omit<IndicatorRow, 'why' | 'cells'>;

interface WhyContext {
  readonly judged: JudgedResult | null;
  readonly cells: AgencyCells;
  readonly obligations: Obligations;
}

/** The reason of an indicator's verdict in official Vietnamese; a flag is a row missed, below, or whose pace is `accelerate` or worse. */
export function whyIndicator(indicator: Indicator, row: Judged, ground: WhyContext): Why {
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
    ...paceSentence(indicator, row),
    ...provisionalSentence(indicator, row, ground.obligations),
  ].join(' ');
  return { sentence, flagged, ...(short.length > 0 && { pulledDownBy: short.map(({ agency }) => agency) }) };
}

function verdictSentence(indicator: Indicator, row: Judged, { judged, obligations }: WhyContext): string {
  const { plan, period } = obligations;
  switch (row.verdict) {
    case 'not-due': {
      const reason = notAskedText('Chỉ tiêu', indicator, obligations);
      if (reason !== null) return reason;
      const phase = plan.phases.find(({ id }) => id === indicator.phase);
      const years = phase ? ` (${phase.from}-${phase.to})` : '';
      return `Chỉ tiêu thuộc giai đoạn khác${years}, chưa đến kỳ báo cáo trong ${periodName(period)}.`;
    }
    case 'nothing-arose':
      return 'Các đơn vị phải báo cáo đều ghi không phát sinh trong kỳ.';
    case 'not-reported':
      return notReported(indicator, obligations);
    case 'met':
      return judged?.metSentence(wholeOf(plan)) ?? '';
    case 'below':
    case 'missed':
      return judged?.gapSentence(timeLeft(indicator, row, obligations), wholeOf(plan)) ?? '';
  }
}

function notReported(indicator: Indicator, { agency, plan }: Obligations): string {
  const { statedBy } = measureOf(indicator);
  if (statedBy === null) return 'Chưa có đơn vị nào báo cáo số liệu.';
  return `${agency.get(statedBy)?.name ?? statedBy} chưa báo cáo số liệu của ${wholeOf(plan)}.`;
}

/** How long there still is; a missed row has no time left. */
function timeLeft({ due }: Indicator, { verdict }: Judged, { plan, period }: Obligations): Deadline {
  const years = over(fraction(daysBetween(cutOffOf(plan, period), due)), fraction(365));
  return { due, yearsLeft: verdict === 'missed' ? null : years };
}

function pullers(agencies: readonly AgencyId[], obligations: Obligations): string {
  const first = agencies.slice(0, 3);
  const count = first.length === 1 ? 'Đơn vị' : first.length === 2 ? 'Hai đơn vị' : 'Ba đơn vị';
  return `${count} làm giảm kết quả nhiều nhất: ${namesOf(first, obligations)}.`;
}

function paceSentence(indicator: Indicator, { pace, base }: Judged): string[] {
  const from = base ? `so với ${measureOf(indicator).scale.text(fromDecimal(valueOfBase(base)))} ngày ${formatDate(base.at)}` : '';
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

function provisionalSentence(indicator: Indicator, { provisional, coverage }: Judged, { agency }: Obligations): string[] {
  if (!provisional || coverage.reported === 0) return [];
  const { statedBy } = measureOf(indicator);
  if (statedBy !== null) return [`Số liệu còn chờ ${agency.get(statedBy)?.name ?? statedBy}.`];
  const answered = coverage.reported + coverage.nothingArose;
  return [`Tạm tính: mới có ${formatCount(answered)}/${formatCount(coverage.obliged)} đơn vị có số liệu.`];
}

import { clipText } from '../clip-text.ts';
import type { Day } from '../day.ts';
import type { Period } from '../plan/period.ts';
import type { Plan, RowId } from '../plan/plan.ts';
import { squash } from '../text.ts';
import { citedAs } from './names.ts';
import { shortPeriodName } from './period-names.ts';

/** A letter that is ready to be sent or copied: no name of a person, no key, nothing of any figure. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** What every letter of a period mentions. */
export interface LetterContext {
  readonly plan: Plan;
  readonly period: Period;
  readonly today: Day;
  /** Where the pages are, without a slash at the end; null where nobody has said. */
  readonly address: string | null;
  /** Whom to ask (core/wording/contact.ts). */
  readonly contact: string;
}

/** To whom a letter goes: who reports reads the upload page's address, who consolidates the desk's. */
type Reader = 'reporter' | 'consolidator';

export function letterOf(
  { period, address, contact }: LetterContext,
  subject: string,
  paragraphs: readonly string[],
  reader: Reader = 'reporter',
): Letter {
  const [page, path] = reader === 'reporter' ? ['Trang nộp báo cáo', '/'] : ['Trang dành cho cơ quan tổng hợp', '/desk/'];
  const whereAndWhom = `${page}: ${address === null ? '[…]' : `${address}${path}`}\nĐầu mối liên hệ: ${contact}`;
  return {
    subject: `[Phụ lục số] Kỳ ${shortPeriodName(period)}: ${subject}`,
    text: `${[...paragraphs, whereAndWhom, 'Trân trọng.'].join('\n\n')}\n`,
  };
}

/** What was remarked when a report was returned: at rows, and of the report as a whole. */
export interface ReturnRemarks {
  readonly remarks: Readonly<Partial<Record<RowId, string>>>;
  readonly remark: string | null;
}

/** The remarks of a returned report, and what its agency is asked to do about them. */
export function returnedParagraphs({ remarks, remark }: ReturnRemarks, context: LetterContext): string[] {
  const lines = remarkLines(context, remarks);
  const whole = remark === null ? [] : [`Ý kiến chung: ${oneLine(remark)}`];
  if (lines.length > 0)
    return [
      ...whole,
      ['Ý kiến theo từng dòng:', ...lines].join('\n'),
      'Đề nghị đơn vị sửa số liệu hoặc ghi giải trình ở các dòng có ý kiến rồi gửi lại.',
    ];
  if (whole.length > 0) return [...whole, 'Đề nghị đơn vị rà soát báo cáo theo ý kiến chung rồi gửi lại.'];
  return ['Báo cáo được trả lại không kèm ý kiến. Đề nghị đơn vị liên hệ đầu mối dưới đây để biết nội dung cần sửa, rồi gửi lại.'];
}

/** Remarks at rows, a line each, in the plan's order; rows as officials cite them. */
const remarkLines = ({ plan }: LetterContext, remarks: Readonly<Partial<Record<RowId, string>>>): string[] =>
  [...plan.indicators, ...plan.tasks].flatMap(({ id, name }) => {
    const remark = remarks[id];
    return remark === undefined ? [] : [`- ${citedAs(id)} (${clipped(squash(name))}): ${oneLine(remark)}`];
  });

/** A remark in one line of a letter: what steers a terminal or a mail program is a blank. */
export const oneLine = (remark: string): string => squash(remark.replace(/[\p{Cc}\ufffe\uffff]/gu, ' '));

const clipped = (text: string): string => (text.length <= 100 ? text : `${clipText(text, 99).trimEnd()}…`);

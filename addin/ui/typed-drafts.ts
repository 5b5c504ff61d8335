import { isBlankRow, rowsTyped, type TypedRows } from '../../core/entering/typed-rows.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Period } from '../../core/plan/period.ts';
import { shortPeriodName } from '../../core/wording/period-names.ts';
import { dropText, keepText, keptNames, keptText } from './kept-texts.ts';

/** A report that somebody is filling in on the page. */
export interface TypedDraft {
  readonly typed: TypedRows;
  /** The version in force over which it is written; null for none. */
  readonly over: number | null;
  readonly keptAt: string;
}

const TYPED = '/go';
const nameOf = (period: Period): string => `${period}${TYPED}`;

/** The draft of an agency in a period; null where there is none. */
export const typedDraftOf = (agency: AgencyId, period: Period): TypedDraft | null => typedDraftIn(keptText(agency, nameOf(period)));

/** Returns whether it was kept (`keepText`). */
export const keepTypedDraft = (agency: AgencyId, period: Period, draft: TypedDraft): boolean =>
  keepText(agency, nameOf(period), JSON.stringify(draft));

export const dropTypedDraft = (agency: AgencyId, period: Period): void => dropText(agency, nameOf(period));

/** In how many rows of which period an agency has typed something, for itself and for those whose reports it sends, a line each. */
export const typedDraftLines = (agency: AgencyId): readonly string[] =>
  keptNames(agency).flatMap((name) => {
    const draft = name.endsWith(TYPED) ? typedDraftIn(keptText(agency, name)) : null;
    const [period = '', sentFor] = name.slice(0, -TYPED.length).split('/').reverse();
    const whose = sentFor === undefined ? '' : ` (gửi thay ${sentFor})`;
    return draft ? [`Bản nháp nhập trên trang của kỳ ${shortPeriodName(period)}${whose}, đã nhập ${rowsTyped(draft.typed)} dòng.`] : [];
  });

/** What was written above; anything else is none. */
function typedDraftIn(text: string | null): TypedDraft | null {
  try {
    const { typed, over, keptAt } = JSON.parse(text ?? '{}') as Partial<TypedDraft>; // each member is looked at
    if (typeof keptAt !== 'string' || typeof typed !== 'object' || typed === null) return null;
    const rows = Object.entries(typed).filter(([, row]) => typeof row === 'object' && row !== null && areTexts(row) && !isBlankRow(row));
    return { typed: Object.fromEntries(rows), over: typeof over === 'number' ? over : null, keptAt };
  } catch {
    return null;
  }
}

const areTexts = (row: object): boolean => Object.values(row).every((text) => typeof text === 'string');

import type { Period, PeriodKind } from './period.ts';

// Pages name periods before anything else is loaded: no schema here, and so no schema library in their first load.

/** How the text of a period is written. */
export const PERIOD_TEXT = /^20\d\d(-(H[12]|Q[1-4]|M(0[1-9]|1[0-2])))?$/;

/** How long a period of a kind is, and the letter that its text has before its number. */
export const PERIOD_KINDS: Readonly<Record<PeriodKind, { readonly months: number; readonly letter: string; readonly digits: number }>> = {
  year: { months: 12, letter: '', digits: 0 },
  half: { months: 6, letter: 'H', digits: 1 },
  quarter: { months: 3, letter: 'Q', digits: 1 },
  month: { months: 1, letter: 'M', digits: 2 },
};

const ALL_KINDS = Object.keys(PERIOD_KINDS) as PeriodKind[]; // the record has each kind

/** What a period's text says: the `number`-th of its kind in its year, from 1. */
export interface PeriodParts {
  readonly kind: PeriodKind;
  readonly year: number;
  readonly number: number;
}

/** The period that a text is; null where it is none. */
export const periodIn = (text: string): Period | null => (PERIOD_TEXT.test(text) ? (text as Period) : null); // as the schema does

export function partsOf(period: Period): PeriodParts {
  const [year, part = ''] = period.split('-');
  const kind = ALL_KINDS.find((one) => part !== '' && PERIOD_KINDS[one].letter === part.charAt(0)) ?? 'year';
  return { kind, year: Number(year), number: kind === 'year' ? 1 : Number(part.slice(1)) };
}

export const kindOfPeriod = (period: Period): PeriodKind => partsOf(period).kind;
export const yearOfPeriod = (period: Period): number => partsOf(period).year;

/** The periods of a kind in one year, in their order; none in a year that no period is called by. */
export function periodsInYear(year: number, kind: PeriodKind): Period[] {
  const { months, letter, digits } = PERIOD_KINDS[kind];
  const texts =
    kind === 'year'
      ? [String(year)]
      : Array.from({ length: 12 / months }, (_, k) => `${year}-${letter}${String(k + 1).padStart(digits, '0')}`);
  return texts.flatMap((text) => periodIn(text) ?? []);
}

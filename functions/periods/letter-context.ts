import { localDay } from '../../core/local-day.ts';
import { contactLine } from '../../core/wording/contact.ts';
import type { LetterContext } from '../../core/wording/letter.ts';
import type { PeriodContext } from './period-context.ts';

/** What every letter of a period mentions, written at a moment. `address`: where the pages are; null where nobody has said. */
export const letterContext = ({ plan, period, agencies, settings }: PeriodContext, at: Date, address: string | null): LetterContext => ({
  plan,
  period,
  today: localDay(at, plan.reporting.utcOffset),
  address,
  contact: contactLine(settings.contact, agencies),
});

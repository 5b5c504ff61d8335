import * as z from 'zod';
import { Period } from '../plan/period.ts';
import { shortPeriodName } from '../wording/period-names.ts';
import { none, rule } from './rule.ts';

/** Letterhead or title above a table names another agency or period than the identity. */
export const headingDiffers = rule({
  id: 'heading-differs',
  severity: 'warning',
  stage: 'form',
  facts: z.strictObject({ text: z.string(), expected: z.string() }),
  sentence: ({ text, expected }) =>
    `Tiêu đề biểu ghi “${text}”, trong khi biểu này là của ${Period.safeParse(expected).success ? `kỳ ${shortPeriodName(expected)}` : expected}. Kiểm tra xem có điền nhầm biểu hoặc chép nhầm số liệu không.`,
  refusal: none,
  setting: { name: 'Tiêu đề biểu đúng đơn vị, đúng kỳ', allows: 'waiver' },
  reason: none,
  fixes: none,
  live: none,
  check: none,
});

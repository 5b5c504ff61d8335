import * as z from 'zod';
import { quotedList } from '../wording/in-sentences.ts';
import { shortPeriodName } from '../wording/period-names.ts';
import { NO_FACTS, none, rule } from './rule.ts';

/** What the hidden identity sheet says: it is the agency's own form of this period, or nothing is taken. */
const OF_IDENTITY = { severity: 'error', stage: 'form', setting: none, reason: none, fixes: none, live: none, check: none } as const;

export const identityMissing = rule({
  ...OF_IDENTITY,
  id: 'identity-missing',
  stage: 'foreign',
  facts: NO_FACTS,
  sentence: () =>
    'Không tìm thấy thông tin nhận dạng của biểu (trang ẩn “Định danh”), nên không biết biểu của đơn vị nào. Tải lại biểu của đơn vị và chép số liệu sang.',
  refusal: 'không phải biểu của hệ thống',
});

export const identityAmbiguous = rule({
  ...OF_IDENTITY,
  id: 'identity-ambiguous',
  facts: z.strictObject({ titles: z.array(z.string()).readonly() }),
  sentence: ({ titles }) =>
    `Tệp có thông tin nhận dạng khác nhau (trang ${quotedList(titles)}), nên không biết biểu của đơn vị nào. Tải lại biểu của đơn vị và chép số liệu sang.`,
  refusal: 'biểu ghi hai đơn vị hoặc hai kỳ',
});

export const identityOtherPlan = rule({
  ...OF_IDENTITY,
  id: 'identity-other-plan',
  facts: z.strictObject({ found: z.string() }),
  sentence: ({ found }) => `Biểu thuộc kế hoạch khác (mã ${found}). Tải biểu của kế hoạch này và chép số liệu sang.`,
  refusal: 'biểu của kế hoạch khác',
});

export const identityOtherPeriod = rule({
  ...OF_IDENTITY,
  id: 'identity-other-period',
  facts: z.strictObject({ found: z.string(), expected: z.string().nullable() }),
  sentence: ({ found, expected }) =>
    expected
      ? `Biểu thuộc kỳ “${shortPeriodName(found)}”, không phải kỳ ${shortPeriodName(expected)}. Dùng biểu của kỳ ${shortPeriodName(expected)}.`
      : `Kỳ báo cáo “${found}” không thuộc kế hoạch. Tải lại biểu của kỳ cần báo cáo.`,
  refusal: 'biểu của kỳ khác',
});

export const identityUnknownAgency = rule({
  ...OF_IDENTITY,
  id: 'identity-unknown-agency',
  facts: z.strictObject({ found: z.string() }),
  sentence: ({ found }) => `Không có đơn vị nào mang mã “${found}”. Tải lại biểu của đơn vị và chép số liệu sang.`,
  refusal: 'đơn vị không có trong danh sách',
});

export const identityInactiveAgency = rule({
  ...OF_IDENTITY,
  id: 'identity-inactive-agency',
  facts: z.strictObject({ name: z.string() }),
  sentence: ({ name }) => `${name} không thuộc danh sách đơn vị phải báo cáo. Liên hệ cơ quan tổng hợp nếu đơn vị cần báo cáo.`,
  refusal: 'đơn vị không báo cáo kỳ này',
});

export const identityOtherAgency = rule({
  ...OF_IDENTITY,
  id: 'identity-other-agency',
  facts: z.strictObject({ found: z.string(), expected: z.string() }),
  sentence: ({ found, expected }) => `Biểu này là của ${found}, không phải của ${expected}. Gửi đúng biểu của đơn vị.`,
  refusal: 'biểu của đơn vị khác',
});

export const identityLayoutVersion = rule({
  ...OF_IDENTITY,
  id: 'identity-layout-version',
  facts: z.strictObject({ found: z.string(), expected: z.string() }),
  sentence: ({ found, expected }) =>
    `Biểu theo mẫu phiên bản ${found}, hiện dùng phiên bản ${expected}. Tải biểu mới và chép số liệu sang.`,
  refusal: 'mẫu biểu của phiên bản khác',
});

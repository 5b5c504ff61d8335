import { readBack, withFormat } from './read-back.ts';
import { oneCell, outcomeOf, type Scenario } from './scenario.ts';

/** Numbers at the edges of what a form may hold, and the other kinds; the cell of the last one is filled first, then blanked. */
const KINDS = ['Xã Sơn Hạ', 1234, -5.5, 0.1 + 0.2, 1e15, 1e-7, true, false, null] as const;
const KINDS_AT = { top: 3, left: 2, bottom: 2 + KINDS.length, right: 2 };

/** Texts that Excel would make something else of, were they typed. */
const TEXTS = [
  '=1+1',
  '+84',
  '-5',
  '@x',
  '007',
  '12,5',
  '1.234',
  '9/10',
  '50%',
  '1e5',
  'TRUE',
  'true',
  '#N/A',
  "'phẩy",
  'March 5',
  ' ',
  'hai\ndòng',
  'Không phát sinh',
] as const;
const TEXTS_AT = { top: 3, left: 4, bottom: 2 + TEXTS.length, right: 4 };

const MANY = { rows: 60, columns: 50 };
const MANY_AT = { top: 3, left: 7, bottom: 2 + MANY.rows, right: 6 + MANY.columns };

const FORMATS = ['0.0%', '"▲ "0.00%', 'dd/mm/yyyy', '#,##0', '@', 'General'] as const;
const FORMATS_AT = { top: 15, left: 2, bottom: 14 + FORMATS.length, right: 2 };

/** What the port says of cells that it writes itself. */
export const cellScenarios: readonly Scenario[] = [
  {
    id: 'abilities',
    label: 'Những gì Excel này làm được',
    run: async ({ port }) => ({ ...port.abilities }),
  },
  {
    id: 'all-kinds',
    label: 'Ghi chữ, số, đúng/sai, ô trống rồi đọc lại',
    async run(context) {
      const { port, sheet } = context;
      const last = { sheet, row: KINDS_AT.bottom, column: KINDS_AT.left };
      const filled = await port.write([{ ...last, value: 'sẽ xóa' }]);
      const written = await port.write(KINDS.map((value, k) => ({ sheet, row: KINDS_AT.top + k, column: KINDS_AT.left, value })));
      return {
        filled: outcomeOf(filled, (count) => count),
        written: outcomeOf(written, (count) => count),
        read: await readBack(context, KINDS_AT),
        again: outcomeOf(await port.write([{ ...last, value: null }]), (count) => count),
      };
    },
  },
  {
    id: 'texts-stay-texts',
    label: 'Chữ giống công thức, số, ngày vẫn là chữ',
    async run(context) {
      const { port, sheet } = context;
      const written = await port.write(TEXTS.map((value, k) => ({ sheet, row: TEXTS_AT.top + k, column: TEXTS_AT.left, value })));
      return { written: outcomeOf(written, (count) => count), read: await readBack(context, TEXTS_AT) };
    },
  },
  {
    id: 'many-cells',
    label: 'Ghi 3.000 ô trong một lần',
    async run(context) {
      const { port, sheet } = context;
      const cells = Array.from({ length: MANY.rows * MANY.columns }, (_, k) => ({
        sheet,
        row: MANY_AT.top + Math.floor(k / MANY.columns),
        column: MANY_AT.left + (k % MANY.columns),
        value: k,
      }));
      const written = await port.write(cells);
      const read = await readBack(context, MANY_AT);
      const values = Array.isArray(read) ? read.flat() : [];
      return {
        written: outcomeOf(written, (count) => count),
        right: values.filter((value, k) => value === k).length,
      };
    },
  },
  {
    id: 'number-formats',
    label: 'Định dạng số, phần trăm, ngày, văn bản',
    async run(context) {
      const { port, sheet } = context;
      const { top, left } = FORMATS_AT;
      const formatted = await port.apply(
        FORMATS.map((format, k) => ({ kind: 'number-format' as const, sheet, areas: [oneCell(top + k, left)], format })),
      );
      const cells = [[0.4], [0.949999], [46_304], [1234.5], ['0012'], ['0012']];
      const filled = await port.apply([{ kind: 'set-cells', sheet, row: top, column: left, cells }]);
      return {
        formatted: outcomeOf(formatted, () => 'done'),
        filled: outcomeOf(filled, () => 'done'),
        read: await readBack(context, FORMATS_AT, withFormat),
      };
    },
  },
];

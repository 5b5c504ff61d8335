import { cellName } from '../../../../core/grid.ts';
import { clearFormats, openCell, protectSheet, rulesOf } from './in-excel.ts';
import { readBack, withFormat } from './read-back.ts';
import { oneCell, outcomeOf, type Scenario, type ScenarioContext } from './scenario.ts';
import { type Json, SKIPPED } from './transcript.ts';

const OPEN = { row: 3, column: 2 };
const SHUT = { row: 3, column: 3 };
const OPEN_AREA = oneCell(OPEN.row, OPEN.column);
const openName = cellName(OPEN.row, OPEN.column);
const WORDING = { title: 'Số', prompt: 'Số.', error: 'Số.' };
const FROM = { row: 60, column: 2 };
const TO = { row: 61, column: 2 };
const READER = { row: 60, column: 4 };

/** A sheet of its own with one open cell. */
async function aSheet({ port, stamp }: Pick<ScenarioContext, 'port' | 'stamp'>, title: string): Promise<string> {
  const sheet = { title: `${title} ${stamp}`, whenTaken: 'number' as const, widths: [], values: [['Trang khóa']], looks: [], notes: [] };
  const added = await port.addSheet({ ...sheet, frozen: { rows: 0, columns: 0 } });
  if (!added.ok) throw new Error(added.error.detail);
  await openCell(added.value.title, openName);
  await port.read();
  return added.value.title;
}

/** As `aSheet`, protected as a form is. */
async function aProtectedSheet(context: Pick<ScenarioContext, 'port' | 'stamp'>, title: string): Promise<string> {
  const sheet = await aSheet(context, title);
  await protectSheet(sheet, { allowFormatCells: false });
  return sheet;
}

/** As `aSheet`; the open cell has a percentage in it, an input rule and a conditional format. */
async function aFormattedSheet(context: Pick<ScenarioContext, 'port' | 'stamp'>, title: string): Promise<string> {
  const sheet = await aSheet(context, title);
  const { port } = context;
  const written = await port.write([{ sheet, ...OPEN, value: 0.4, shown: { format: '0%', instead: 40 } }]);
  const ruled = await port.apply([
    { kind: 'input-rule', sheet, areas: [OPEN_AREA], rule: { kind: 'whole', least: 0, most: 9, ...WORDING } },
    { kind: 'sign-colours', sheet, areas: [OPEN_AREA], colours: [{ sign: '✕', ink: '#B3261E' }] },
  ]);
  for (const one of [written, ruled]) if (!one.ok) throw new Error(one.error.detail);
  return sheet;
}

/** What is left of the cell of `aFormattedSheet`. */
const leftOf = async ({ port }: Pick<ScenarioContext, 'port'>, sheet: string): Promise<Json> => ({
  read: await readBack({ port, sheet }, OPEN_AREA, withFormat),
  ...(await rulesOf(sheet, openName)),
  locked: outcomeOf(await port.lockedAmong([{ sheet, areas: [OPEN_AREA] }]), (found) => found.flatMap((one) => one.areas).length),
});

/** What a protected sheet takes and refuses, and what a person's paste, cut and click on the ribbon do. */
export const protectedScenarios: readonly Scenario[] = [
  {
    id: 'protected-sheet',
    label: 'Trang khóa: ghi giá trị, định dạng, quy tắc nhập, ghi chú',
    async run(context) {
      const { port } = context;
      const sheet = await aProtectedSheet(context, 'Khóa');
      const percent = { sheet, ...OPEN, value: 0.4, shown: { format: '0%', instead: 40 } };
      const value = outcomeOf(await port.write([{ sheet, ...OPEN, value: 5 }]), (count) => count);
      const shut = outcomeOf(await port.write([{ sheet, ...SHUT, value: 5 }]), (count) => count);
      const format = outcomeOf(await port.write([percent]), (count) => count);
      const areas = [OPEN_AREA];
      const rule = await port.apply([{ kind: 'input-rule', sheet, areas, rule: { kind: 'whole', least: 0, most: 9, ...WORDING } }]);
      return {
        value,
        shut,
        format,
        read: await readBack({ port, sheet }, OPEN_AREA),
        rule: outcomeOf(rule, () => 'done'),
        note: outcomeOf(
          await port.apply([{ kind: 'notes', sheet, renewed: (standing) => standing, notes: [{ ...OPEN, text: 'Nguồn: lần nộp 1' }] }]),
          (done) => done,
        ),
        locked: outcomeOf(await port.lockedAmong([{ sheet, areas }]), (found) => found.flatMap((one) => one.areas).length),
      };
    },
  },
  {
    id: 'formats-cleared',
    label: 'Xóa định dạng của một ô trên trang khóa và trang không khóa',
    async run(context) {
      const cleared = async (title: string, protection: { readonly allowFormatCells: boolean; readonly after?: true }): Promise<Json> => {
        const sheet = await aFormattedSheet(context, title);
        if (!protection.after) await protectSheet(sheet, protection);
        const outcome = await clearFormats(sheet, openName);
        if (protection.after) await protectSheet(sheet, protection);
        const left = await leftOf(context, sheet);
        return { outcome, left, written: outcomeOf(await context.port.write([{ sheet, ...OPEN, value: 5 }]), (count) => count) };
      };
      return {
        asAForm: await cleared('Xóa 1', { allowFormatCells: false }),
        mayFormat: await cleared('Xóa 2', { allowFormatCells: true }),
        beforeProtecting: await cleared('Xóa 3', { allowFormatCells: false, after: true }),
      };
    },
  },
  {
    id: 'formats-cleared-by-hand',
    label: 'Xóa định dạng bằng nút trên thẻ Trang đầu của trang khóa',
    // A button that is grey tells a page nothing: what is left of the cell says whether Excel let it be pressed.
    async run(context) {
      const { person, port } = context;
      const sheet = await aFormattedSheet(context, 'Xóa tay');
      await protectSheet(sheet, { allowFormatCells: false });
      await port.select({ sheet, ...OPEN });
      const said = await person.says(
        `Ở ô ${openName} của trang “${sheet}”, bấm Trang đầu, Xóa, Xóa Định dạng. Xóa được hay nút bị mờ đều bấm Đã làm; chưa thử thì bỏ qua.`,
      );
      return said === 'done' ? leftOf(context, sheet) : SKIPPED;
    },
  },
  {
    id: 'pasted-then-typed',
    label: 'Dán từ nơi khác vào trang khóa rồi gõ',
    async run(context) {
      const { person, port } = context;
      const sheet = await aProtectedSheet(context, 'Dán');
      await port.select({ sheet, ...OPEN });
      const cell = OPEN_AREA;
      const holds = async (value: number) => JSON.stringify(await readBack({ port, sheet }, cell)) === JSON.stringify([[value]]);
      const pasted = await person.does(
        `Trong Word hoặc sổ khác, gõ số 12 rồi chép; dán (Ctrl+V) vào ô ${openName} của trang “${sheet}”.`,
        () => holds(12),
      );
      if (pasted === 'skipped') return SKIPPED;
      const locked = await port.lockedAmong([{ sheet, areas: [cell] }]);
      const typed = await person.does(
        `Gõ số 13 vào chính ô ${openName} đó. Nếu Excel không cho gõ, đóng thông báo rồi bấm Bỏ qua bước này.`,
        () => holds(13),
      );
      return {
        locked: outcomeOf(locked, (found) => found.flatMap((one) => one.areas).length),
        typed: typed === 'done' ? 'typed' : 'refused',
        read: await readBack({ port, sheet }, cell),
      };
    },
  },
  {
    id: 'cut-and-pasted',
    label: 'Cắt một ô rồi dán sang ô khác',
    async run({ person, port, sheet }) {
      const cells = [[5, null, { formula: `${cellName(FROM.row, FROM.column)}+1` }]] as const;
      const written = await port.apply([{ kind: 'set-cells', sheet, row: FROM.row, column: FROM.column, cells }]);
      if (!written.ok) return outcomeOf(written, () => null);
      await port.select({ sheet, ...FROM });
      const from = cellName(FROM.row, FROM.column);
      const to = oneCell(TO.row, TO.column);
      const isDone = async () => JSON.stringify(await readBack({ port, sheet }, to)) === '[[5]]';
      const ending = await person.does(`Cắt ô ${from} (Ctrl+X) rồi dán (Ctrl+V) vào ô ${cellName(TO.row, TO.column)}.`, isDone);
      if (ending === 'skipped') return SKIPPED;
      return outcomeOf(await port.read(), ({ grids }) => {
        const row = grids.find(({ title }) => title === sheet)?.rows.find(({ number }) => number === READER.row);
        return row?.cells.find(({ column }) => column === READER.column)?.formulaText ?? null;
      });
    },
  },
  {
    id: 'ribbon-button',
    label: 'Bấm nút trên thẻ khi ngăn đang mở',
    // Office tells a page nothing of a press on the ribbon: only the person knows that there was one. A page that is loaded anew by it never
    // comes to this answer; what takes its place tells so.
    async run({ person }): Promise<Json> {
      const said = await person.says(
        'Bấm nút Mở ngăn trên thẻ Phụ lục số trong lúc ngăn này đang mở. Nếu ngăn còn nguyên, bấm Đã làm; chưa bấm được nút đó thì bỏ qua.',
      );
      return said === 'done' ? 'kept' : SKIPPED;
    },
  },
];

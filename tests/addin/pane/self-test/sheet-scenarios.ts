import type { NewSheet } from '../../../../addin/excel/new-sheet.ts';
import type { WorkbookPlace, WorkbookPort } from '../../../../addin/excel/port.ts';
import type { Trouble } from '../../../../addin/excel/trouble.ts';
import type { Result } from '../../../../core/result.ts';
import { hearEdits } from './hearing.ts';
import { notesAt } from './in-excel.ts';
import { readBack } from './read-back.ts';
import { oneCell, outcomeOf, pause, type Scenario } from './scenario.ts';
import type { Json } from './transcript.ts';

/** The cell with the drop-down list, for the person to choose in later on. */
export const LIST_CELL = { row: 25, column: 2 };
export const LIST_WORDS = ['Có số liệu', 'Không phát sinh'] as const;
const WORDING = { title: 'Tình trạng', prompt: 'Chọn.', error: 'Chọn trong danh sách.' };
/** Excel takes a list of at most 255 characters. */
const TOO_LONG = Array.from({ length: 30 }, (_, k) => `lựa chọn ${k}`);

const MEMORY = 'tu-kiem-tra';
/** Just under what the port keeps. */
const LARGE = 'ă'.repeat(190_000);
const TOO_LARGE = 'a'.repeat(200_001);

/** Notes of the run's own become another text; any other stays. */
const renewed = (standing: string, text: string | null): string | null => (/^Nguồn: /m.test(standing) ? text : standing);
const count = (written: Result<number, Trouble>): Json => outcomeOf(written, (value) => value);
const done = (applied: Awaited<ReturnType<WorkbookPort['apply']>>): Json => outcomeOf(applied, () => 'done');

/** What the port does to sheets and to the workbook, without the person's hand. */
export const sheetScenarios: readonly Scenario[] = [
  {
    id: 'own-writes',
    label: 'Việc phần mềm tự ghi không bị báo là người dùng sửa',
    async run(context) {
      const { port, sheet } = context;
      const heard = await hearEdits(context);
      if (!heard.ok) return outcomeOf(heard, () => null);
      const written = await port.write([30, 31, 32].map((row) => ({ sheet, row, column: 2, value: row })));
      await pause(500);
      await heard.value.end();
      return { written: count(written), places: heard.value.places(), somewhere: heard.value.somewhere() };
    },
  },
  {
    id: 'drop-down',
    label: 'Danh sách chọn trong ô',
    async run(context) {
      const { port, sheet } = context;
      const areas = [oneCell(LIST_CELL.row, LIST_CELL.column)];
      const rule = (words: readonly string[]) =>
        port.apply([{ kind: 'input-rule', sheet, areas, rule: { kind: 'list', words, ...WORDING } }]);
      return {
        tooLong: done(await rule(TOO_LONG)),
        added: done(await rule(LIST_WORDS)),
        outside: count(await port.write([{ sheet, ...LIST_CELL, value: 'ngoài danh sách' }])),
        read: await readBack(context, oneCell(LIST_CELL.row, LIST_CELL.column)),
        blanked: count(await port.write([{ sheet, ...LIST_CELL, value: null }])),
      };
    },
  },
  {
    id: 'defined-name',
    label: 'Đặt tên cho một ô, rồi chuyển tên sang ô khác',
    async run({ port, sheet, stamp }) {
      const name = `TuKiemTra_${stamp}`;
      const set = async (row: number): Promise<Json> => done(await port.apply([{ kind: 'set-name', name, sheet, row, column: 2 }]));
      const read = async (): Promise<Json> => outcomeOf(await port.read(), ({ names }) => ({ ...(names.get(name) ?? { sheet: '' }) }));
      return { first: await set(27), read: await read(), moved: await set(28), readAgain: await read() };
    },
  },
  {
    id: 'hidden-sheet',
    label: 'Trang tính ẩn',
    async run({ port, stamp }) {
      const sheet = `Ẩn ${stamp}`;
      const add = { kind: 'add-hidden-sheet', sheet } as const;
      const added = await port.apply([add, { kind: 'set-cells', sheet, row: 1, column: 1, cells: [['period', '2026']] }]);
      const again = await port.apply([add]);
      const chosen = await port.select({ sheet, row: 1, column: 1 });
      const workbook = await port.read();
      return {
        added: done(added),
        again: done(again),
        chosen: outcomeOf(chosen, () => 'chosen'),
        hidden: outcomeOf(workbook, ({ grids }) => grids.find(({ title }) => title === sheet)?.hidden ?? null),
        read: await readBack({ port, sheet }, { top: 1, left: 1, bottom: 1, right: 2 }),
      };
    },
  },
  {
    id: 'column-width',
    label: 'Độ rộng cột',
    run: async ({ port, sheet }) => done(await port.apply([{ kind: 'column-width', sheet, column: 4, width: 30 }])),
  },
  {
    id: 'missing-sheet',
    label: 'Trang tính không có trong sổ',
    async run({ port, stamp }) {
      const place = { sheet: `Không có ${stamp}`, row: 1, column: 1 };
      return {
        write: count(await port.write([{ ...place, value: 1 }])),
        select: outcomeOf(await port.select(place), () => 'chosen'),
      };
    },
  },
  {
    id: 'select',
    label: 'Đưa đến một ô',
    async run({ port, sheet }) {
      await port.read();
      const chosen: WorkbookPlace[] = [];
      const listening = await port.onSelect(({ sheet: title, row, column }) => {
        chosen.push({ sheet: title, row, column });
      });
      if (!listening.ok) return outcomeOf(listening, () => null);
      const selected = await port.select({ sheet, row: 5, column: 3 });
      await pause(1000);
      await listening.value();
      return { selected: outcomeOf(selected, () => 'chosen'), last: chosen.at(-1) ? { ...chosen.at(-1) } : null };
    },
  },
  {
    id: 'memory',
    label: 'Ghi nhớ trong sổ làm việc',
    async run({ port: { memory } }) {
      const read = async (): Promise<Json> => outcomeOf(await memory.read(MEMORY), (text) => (text === LARGE ? 'large' : text));
      const write = async (text: string | null): Promise<Json> => outcomeOf(await memory.write(MEMORY, text), () => 'kept');
      return {
        before: await read(),
        small: [await write('nháp “một”\n{"a":1}'), await read()],
        over: [await write(''), await read()],
        large: [await write(LARGE), await read()],
        tooLarge: [await write(TOO_LARGE), await read()],
        forgotten: [await write(null), await read()],
        forgottenAgain: await write(null),
      };
    },
  },
  {
    id: 'cell-notes',
    label: 'Ghi chú ở ô được viết lại, ghi chú của người khác được giữ',
    async run({ port, sheet }) {
      const cells = [40, 41, 42].map((row) => ({ row, column: 2 }));
      const after = async (...texts: readonly (string | null)[]): Promise<Json> => {
        const notes = cells.map((cell, k) => ({ ...cell, text: texts[k] ?? null }));
        const applied = await port.apply([{ kind: 'notes', sheet, renewed, notes }]);
        const there = port.abilities.notes ? await notesAt(sheet, cells) : null;
        return { applied: outcomeOf(applied, (done) => done), there };
      };
      return {
        written: await after('Nguồn: lần nộp 1\nTử số: 1', 'việc riêng', 'Nguồn: lần nộp 1'),
        rewritten: await after('Nguồn: lần nộp 2\nTử số: 2', 'Nguồn: lần nộp 2', null),
      };
    },
  },
  {
    id: 'same-title',
    label: 'Hai trang mới cùng tên, rồi ghi đè trang sau',
    async run({ port, stamp }) {
      const sheet = (whenTaken: NewSheet['whenTaken'], value: string): NewSheet => ({
        title: `Bảng ${stamp}`,
        whenTaken,
        widths: [12, 30],
        values: [
          ['Mã', value],
          ['9/10', 0.5],
          [null, true],
        ],
        looks: [{ areas: [oneCell(1, 1), oneCell(1, 2)], look: { fill: '#FFF9E5', bold: true, border: '#BFBFBF' } }],
        notes: whenTaken === 'number' ? [{ row: 2, column: 2, text: 'Nguồn: lần nộp 1' }] : [],
        frozen: { rows: 1, columns: 1 },
      });
      const first = await port.addSheet(sheet('number', 'một'));
      const second = await port.addSheet(sheet('number', 'hai'));
      const over = await port.addSheet(sheet('replace-own', 'ba'));
      const of = (title: string) => readBack({ port, sheet: title }, { top: 1, left: 1, bottom: 3, right: 2 });
      return {
        titles: [first, second, over].map((one) => outcomeOf(one, ({ title }) => title)),
        notes: [first, second].map((one) => outcomeOf(one, ({ notes }) => notes === (port.abilities.notes ? 1 : 0))),
        read: first.ok && second.ok ? [await of(first.value.title), await of(second.value.title)] : null,
      };
    },
  },
];

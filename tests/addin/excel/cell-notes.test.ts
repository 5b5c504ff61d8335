import type { NoteText, SheetEdit } from '../../../core/adopting/sheet-edit.ts';
import type { Knobs } from '../../support/excel/knobs.ts';
import { fileOf, modelOf } from '../../support/excel/xlsx.ts';
import { anExcel, atEachSpeed, closeAll, worked } from './an-excel.ts';

const SHEET = 'Phụ lục I';
const notesEdit = (...notes: readonly NoteText[]): SheetEdit => ({
  kind: 'notes',
  sheet: SHEET,
  renewed: (standing, text) => (/^Nguồn \d/m.test(standing) ? text : standing),
  notes,
});
const cell = (row: number, text: string): SheetEdit => ({ kind: 'set-cells', sheet: SHEET, row, column: 6, cells: [[text]] });
const REFRESH = [
  cell(1, 'số mới'),
  notesEdit(
    { row: 2, column: 1, text: 'Nguồn 2' },
    { row: 2, column: 2, text: 'Nguồn 2\nmới' },
    { row: 2, column: 3, text: null },
    { row: 3, column: 1, text: 'Nguồn 2' },
    { row: 3, column: 2, text: null },
    { row: 3, column: 3, text: null },
  ),
  cell(2, 'ghi chú mới'),
];

/** A sheet with a note of nobody's in A2, ours in B2 and C2, somebody's own in A3 and B3, none in C3. */
function withNotes(knobs: Partial<Knobs> = {}) {
  const excel = anExcel(knobs);
  const sheet = excel.model.sheet(SHEET);
  sheet.putNote(2, 2, 'Người lập:\nNguồn 1\ncũ');
  sheet.putNote(2, 3, 'Nguồn 1');
  sheet.putNote(3, 1, 'đã gọi, hẹn thứ hai');
  sheet.putNote(3, 2, 'xem Nguồn 1');
  const notes = () => [2, 3].map((row) => [1, 2, 3].map((column) => sheet.noteAt(row, column)));
  const told = () => [1, 2].map((row) => sheet.at(row, 6).value);
  return { ...excel, sheet, notes, told };
}

const OLD = [
  [null, 'Người lập:\nNguồn 1\ncũ', 'Nguồn 1'],
  ['đã gọi, hẹn thứ hai', 'xem Nguồn 1', null],
];
const NEW = [
  ['Nguồn 2', 'Nguồn 2\nmới', null],
  ['đã gọi, hẹn thứ hai', 'xem Nguồn 1', null],
];

atEachSpeed(() => {
  afterEach(closeAll);

  test('notes of ours are written, rewritten and taken away; what somebody wrote stays; one Ctrl+Z takes cells and notes back', async () => {
    const { host, model, port, notes, told } = withNotes();
    expect(worked(await port.apply(REFRESH))).toBe('whole');
    expect([notes(), told()]).toEqual([NEW, ['số mới', 'ghi chú mới']]);
    expect(host.batches).toBe(3);
    expect(model.undo()).toBe('add-in');
    expect([notes(), told(), model.undo()]).toEqual([OLD, ['', ''], null]);
  });

  test('notes that say so already are not written again', async () => {
    const { host, port, notes } = withNotes();
    worked(await port.apply(REFRESH));
    host.seen.length = 0;
    expect(worked(await port.apply(REFRESH.slice(1, 2)))).toBe('whole');
    expect(notes()).toEqual(NEW);
    expect(host.seen.filter(({ changes }) => changes)).toEqual([]);
    expect(host.batches).toBe(1);
  });

  test('in an Excel without notes (2021) edits are done up to them', async () => {
    const { port, notes, told } = withNotes({ requirementSet: '1.14' });
    expect(worked(await port.apply(REFRESH))).toBe('up-to-notes');
    expect([notes(), told()]).toEqual([OLD, ['số mới', '']]);
  });

  test.each([
    [false, 'up-to-notes', OLD, ['số mới', '']],
    [true, 'whole', NEW, ['số mới', 'ghi chú mới']],
  ] as const)('a sheet protected with objects open (%s): edits are done %s', async (allowEditObjects, applied, after, cells) => {
    const { model, port, sheet, notes, told } = withNotes();
    for (const row of [1, 2]) sheet.put(row, 6, { locked: false });
    model.protect(SHEET, { allowEditObjects });
    expect(worked(await port.apply(REFRESH))).toBe(applied);
    expect([notes(), told()]).toEqual([after, cells]);
  });

  test('a locked cell before the notes is a trouble, not a matter of notes', async () => {
    const { model, port, notes } = withNotes();
    model.protect(SHEET, { allowEditObjects: true });
    expect(await port.apply(REFRESH)).toMatchObject({ ok: false, error: { kind: 'protected' } });
    expect(notes()).toEqual(OLD);
  });

  test('where Excel cannot group notes for its undo they are written all the same', async () => {
    const { port, notes, told } = withNotes({ ungrouped: ['notes'] });
    expect(worked(await port.apply(REFRESH))).toBe('whole');
    expect([notes(), told()]).toEqual([NEW, ['số mới', 'ghi chú mới']]);
  });

  test('long notes of a whole matrix pass an Excel that takes 5 MB a batch', async () => {
    const { host, port, sheet } = withNotes();
    const text = (k: number) => `Nguồn ${k}\n${'Giải trình dài. '.repeat(40)}`;
    const notes = Array.from({ length: 21 * 112 }, (_, k) => ({ row: 6 + (k % 21), column: 8 + Math.floor(k / 21), text: text(1) }));
    expect(worked(await port.apply([notesEdit(...notes)]))).toBe('whole');
    host.seen.length = 0;
    expect(worked(await port.apply([notesEdit(...notes.map((one) => ({ ...one, text: text(2) })))]))).toBe('whole');
    expect(notes.filter(({ row, column }) => sheet.noteAt(row, column) !== text(2))).toEqual([]);
    expect(Math.max(...host.seen.map(({ bytes }) => bytes))).toBeLessThan(5 * 1024 * 1024);
  });
});

test('the notes of a file stand in the model, and in the file made of it', async () => {
  const { model, notes, sheet } = withNotes();
  for (const column of [1, 2]) sheet.put(3, column, { value: 'việc' });
  const read = await modelOf(await fileOf(model));
  closeAll();
  expect([2, 3].map((row) => [1, 2, 3].map((column) => read.sheet(SHEET).noteAt(row, column)))).toEqual(notes());
});

import { matrixRefresh } from '../../../addin/pane/consolidator/matrix-refresh.ts';
import { newMatrixSheet } from '../../../addin/pane/consolidator/matrix-sheet.ts';
import { signedNote } from '../../../addin/pane/consolidator/note-words.ts';
import { SHEET_COLOURS } from '../../../addin/pane/consolidator/sheet-colours.ts';
import { matrixGridIn } from '../../../addin/pane/consolidator/standing-matrix.ts';
import { consolidate } from '../../../core/consolidating/consolidate.ts';
import type { Matrix } from '../../../core/matrix.ts';
import type { Agency, AgencyId } from '../../../core/plan/agency.ts';
import type { Period } from '../../../core/plan/period.ts';
import type { Plan, RowId } from '../../../core/plan/plan.ts';
import type { Report } from '../../../core/report.ts';
import type { Knobs } from '../../support/excel/knobs.ts';
import { AT } from '../../support/some-reports.ts';
import { type AnExcel, anExcel, atEachSpeed, closeAll, worked } from '../excel/an-excel.ts';
import { aReport, obligations } from '../web/desk/a-desk.ts';

const RATE = 'PL1.I.1.3' as RowId;
const [at, later] = [new Date('2026-11-28T07:05:00Z'), new Date('2026-11-29T02:30:00Z')];
const { agencies, agency } = obligations;
const nameOf = (id: string) => agency.get(id as AgencyId)?.name ?? id;
/** The row has a target of the period's own, so that a sheet that judged by the plan's would be found out. */
const plan: Plan = {
  ...obligations.plan,
  indicators: obligations.plan.indicators.map((row) => (row.id === RATE ? { ...row, targets: { ['2026' as Period]: 99 } } : row)),
};

/** As the province words it later. */
const amended: Plan = {
  ...plan,
  indicators: plan.indicators.map((row) => (row.id === RATE ? { ...row, name: `${row.name} (sửa đổi)`, targetText: 'Đạt 98%' } : row)),
};

const answered = (id: string, entry: Report['indicators'][RowId]): Report =>
  aReport(id as AgencyId, (report) => ({ ...report, indicators: { ...report.indicators, [RATE]: entry } }));
const rate = (numerator: number) => ({ state: 'reported', numerator, denominator: 1000 }) as const;
/** The matrix of reports as the service has it: each figure knows its version. */
const matrixOfVersion = (version: number, reports: readonly Report[]): Matrix =>
  consolidate({
    obligations,
    received: reports.map((report) => ({
      report,
      source: { version, at: AT.toISOString(), by: report.agency },
      cells: new Map(),
    })),
    at: AT,
    previous: null,
  });
const older = matrixOfVersion(1, [answered('STC', rate(995)), answered('SYT', rate(0)), answered('SNV', { state: 'nothing-arose' })]);
const newer = matrixOfVersion(2, [answered('STC', rate(960)), answered('SCT', { state: 'no-figure', explanation: 'Đang rà soát' })]);
const full = (version: number) =>
  matrixOfVersion(
    version,
    agencies.map(({ id }) => aReport(id)),
  );

/** An Excel with the matrix in a sheet of its own, and what finds figures and notes there by row and agency. */
async function withMatrix(matrix: Matrix, knobs: Partial<Knobs> = {}, over: readonly Agency[] = agencies, ofPlan = plan) {
  const excel = anExcel(knobs);
  const hasNotes = excel.port.abilities.notes;
  const { title } = worked(await excel.port.addSheet(newMatrixSheet(matrix, { plan: ofPlan, agencies: over, nameOf, at, hasNotes })));
  const sheet = excel.model.sheet(title);
  const place = (id: string, row: string = RATE) => {
    const used = sheet.used()!;
    const line = Array.from({ length: used.bottom }, (_, k) => k + 1).find((k) => sheet.at(k, 1).value === row)!;
    const column = Array.from({ length: used.right }, (_, k) => k + 1).find((k) => sheet.at(5, k).value === id)!;
    return [line, column] as const;
  };
  const value = (id: string) => sheet.at(...place(id)).value;
  const note = (id: string) => sheet.noteAt(...place(id));
  return { ...excel, sheet, place, value, note, fill: (id: string) => sheet.lookAt(...place(id), 'fill') };
}

async function refresh({ port }: AnExcel, matrix: Matrix, ofPlan = plan) {
  const grid = matrixGridIn(worked(await port.read()), '2026')!;
  const { edits, ...told } = matrixRefresh(grid, matrix, { plan: ofPlan, agencies, agency, nameOf, at: later });
  return { ...told, applied: worked(await port.apply(edits)) };
}

const CURRENT = 'Nguồn của từng số nằm ở ghi chú của ô, trừ ô có ghi chú riêng.';
const STALE = 'Ghi chú ở ô chưa cập nhật; chọn ô để xem nguồn hiện nay.';
const updated = (sources: string) => `Cập nhật lúc 09:30 29/11/2026; ô nền xanh: khác lần trước. ${sources}`;

const OF_STC = signedNote('✕ 96% (960/1.000), Không đạt mức của chỉ tiêu\nLần nộp 2 · 10:00 23/11/2026 · Sở Tài chính');

atEachSpeed(() => {
  afterEach(closeAll);

  test('words that somebody wrote into a note of ours stay under the new text, and alone where there is no figure any more', async () => {
    const excel = await withMatrix(older);
    const { sheet, note, place } = excel;
    for (const id of ['STC', 'SYT']) sheet.putNote(...place(id), `${note(id)}\nđã gọi, hẹn thứ hai`);
    expect((await refresh(excel, newer)).applied).toBe('whole');
    expect(['STC', 'SYT', 'SNV'].map(note)).toEqual([`${OF_STC}\nđã gọi, hẹn thứ hai`, 'đã gọi, hẹn thứ hai', null]);
    const after = structuredClone(sheet.notes);
    await refresh(excel, newer);
    expect(sheet.notes).toEqual(after);
  });

  test('figures and notes are brought up to date in place; columns, rows, order and notes of one’s own stay; one Ctrl+Z takes it back', async () => {
    const excel = await withMatrix(older);
    const { host, model, sheet, value, note, fill, place } = excel;
    const own = 7 + 112 + 1;
    sheet.put(4, own, { value: 'Phân công' });
    sheet.put(5, own, { value: 'Ghi chú riêng' });
    for (let line = 6; line <= 26; line++) sheet.put(line, own, { value: `việc ${line}` });
    sheet.put(30, 1, { value: 'dòng riêng' });
    sheet.putNote(30, 1, 'ghi chú của dòng riêng');
    const order = Array.from({ length: 21 }, (_, k) => 26 - k);
    model.sortRows(sheet.title, 6, order);
    sheet.putNote(...place('SCT'), 'đã gọi, hẹn thứ hai');
    host.seen.length = 0;
    expect(await refresh(excel, newer)).toMatchObject({
      title: sheet.title,
      applied: 'whole',
      misfits: { agencies: [], indicators: [], gone: [] },
    });
    expect(host.batches).toBeLessThanOrEqual(6);
    const [line] = place('STC');
    expect(sheet.at(...place('STC'))).toMatchObject({ value: 0.96, numberFormat: '"✕ "0.00%' });
    expect(['STC', 'SKHCN'].map(fill)).toEqual(['#DCE9FB', SHEET_COLOURS.missing.fill]);
    expect([sheet.at(line, own).value, sheet.at(30, 1).value, sheet.at(5, own).value]).toEqual([
      expect.stringMatching(/^việc \d+$/),
      'dòng riêng',
      'Ghi chú riêng',
    ]);
    expect(note('STC')).toBe(OF_STC);
    expect(sheet.notes.filter(({ text }) => text.includes('Lần nộp 1'))).toEqual([]);
    // SYT and SNV are not in the newer matrix; SCT has somebody's own note.
    expect([note('SYT'), note('SNV'), note('SCT'), sheet.noteAt(30, 1)]).toEqual([
      null,
      null,
      'đã gọi, hẹn thứ hai',
      'ghi chú của dòng riêng',
    ]);
    expect(sheet.at(2, 1).value).toBe(updated(CURRENT));
    const changed = ['STC', 'SYT', 'SNV'].map(value);
    expect(model.undo()).toBe('add-in');
    expect([value('STC'), value('SYT'), fill('STC') === '#DCE9FB']).toEqual([0.995, 0, false]);
    await refresh(excel, newer);
    expect(['STC', 'SYT', 'SNV'].map(value)).toEqual(changed);
    // Once more: nothing is another than before, and nothing looks changed.
    expect(await refresh(excel, newer)).toMatchObject({ changed: 0 });
    expect(fill('STC')).toBe(SHEET_COLOURS.missed.fill);
  });

  test('of 21 rows by 112 agencies that all sent again every note is new, in at most six batches, reading included', async () => {
    const excel = await withMatrix(full(1));
    const { host, sheet } = excel;
    const noted = sheet.notes.length;
    expect(noted).toBeGreaterThan(800);
    host.seen.length = 0;
    expect(await refresh(excel, full(2))).toMatchObject({ applied: 'whole', changed: 0 });
    expect(host.batches).toBeLessThanOrEqual(6);
    expect(sheet.notes.filter(({ text }) => text.includes('\nLần nộp 2 · '))).toHaveLength(noted);
  });

  test('where Excel has no notes (2021), or the sheet’s protection keeps them, figures are refreshed and the sheet says which notes are old', async () => {
    const old = await withMatrix(older, { requirementSet: '1.14' });
    expect(old.sheet.at(2, 1).value).toContain('Chọn ô để xem nguồn ở ngăn Phụ lục số.');
    expect([await refresh(old, newer), old.value('STC'), old.sheet.at(2, 1).value]).toEqual([
      expect.objectContaining({ applied: 'up-to-notes' }),
      0.96,
      updated(STALE),
    ]);
    closeAll();
    const shut = await withMatrix(older);
    const before = shut.note('STC');
    for (const key of shut.sheet.cells.keys()) shut.sheet.set(key, { ...shut.sheet.cells.get(key)!, locked: false });
    for (let line = 6; line <= 26; line++)
      for (let column = 8; column <= 7 + 112; column++) shut.sheet.put(line, column, { locked: false });
    shut.model.protect(shut.sheet.title, { allowFormatCells: true });
    expect([await refresh(shut, newer), shut.value('STC'), shut.note('STC'), shut.sheet.at(2, 1).value]).toEqual([
      expect.objectContaining({ applied: 'up-to-notes' }),
      0.96,
      before,
      updated(STALE),
    ]);
    // Once it is unprotected the notes follow.
    shut.model.unprotect(shut.sheet.title);
    expect([await refresh(shut, newer), shut.note('SYT'), shut.sheet.at(2, 1).value]).toEqual([
      expect.objectContaining({ applied: 'whole', changed: 0 }),
      null,
      updated(CURRENT),
    ]);
  });

  test('agencies and indicators that the sheet has no place for are named, and so are its rows that the period has not', async () => {
    const without = agencies.filter(({ id }) => id !== 'STC' && id !== 'SYT');
    const excel = await withMatrix(older, {}, without);
    const { sheet, place } = excel;
    const [line] = place('SNV');
    sheet.put(line, 1, { value: 'PL1.I.1.99' });
    sheet.put(31, 1, { value: 'VD.1' });
    const { misfits } = await refresh(excel, newer);
    expect({
      agencies: misfits.agencies.map(({ id }) => id),
      indicators: misfits.indicators.map(({ id }) => id),
      gone: misfits.gone,
    }).toEqual({ agencies: ['STC', 'SYT'], indicators: [RATE], gone: ['PL1.I.1.99'] });
    const [, column] = [line, Array.from({ length: 117 }, (_, k) => k + 1).find((k) => sheet.at(5, k).value === 'SNV')!];
    expect([sheet.at(line, column).value, sheet.at(31, 1).value]).toEqual(['– Không phát sinh', 'VD.1']);
  });
});

test('a refreshed sheet says what a new one would: values, number formats, colours and notes, by the period’s own targets and the words of an amended plan', async () => {
  const refreshed = await withMatrix(older);
  await refresh(refreshed, newer, amended);
  expect(await refresh(refreshed, newer, amended)).toMatchObject({ changed: 0 }); // what changed is no news any more
  closeAll();
  const { sheet: fresh } = await withMatrix(newer, {}, agencies, amended);
  closeAll();
  const { sheet } = refreshed;
  const differing: string[] = [];
  for (let row = 6; row <= 26; row++)
    for (let column = 1; column <= 7 + 112; column++) {
      const shown = (one: typeof sheet) => [
        one.at(row, column).value,
        // A text keeps the number format of the figure that stood there: it shows as it is.
        typeof fresh.at(row, column).value === 'number' && one.at(row, column).numberFormat,
        ['fill', 'colour'].map((name) => (column > 3 ? one.lookAt(row, column, name) : null)),
        one.noteAt(row, column),
      ];
      if (JSON.stringify(shown(sheet)) !== JSON.stringify(shown(fresh)))
        differing.push(JSON.stringify([row, column, shown(sheet), shown(fresh)]));
    }
  expect(differing).toEqual([]);
  expect(sheet.notes).toHaveLength(fresh.notes.length);
});

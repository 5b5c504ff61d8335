import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cellName } from '../../../core/grid.ts';
import type { Field } from '../../../core/layout.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { readReport } from '../../../core/reading/read-report.ts';
import { repairForm } from '../../../core/repairing/repair-form.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import type { FormValues } from '../../../templates/form/form-values.ts';
import { anExcel, closeAll, worked } from '../../addin/excel/an-excel.ts';
import { context, obligationsIn, row, TINH_KHE } from '../../support/a-form.ts';
import type { ExcelModel } from '../../support/excel/model.ts';
import { modelOf } from '../../support/excel/xlsx.ts';
import { describeWithSoffice } from '../../support/soffice.ts';
import { actInLibreOffice } from '../../support/soffice-macro.ts';

afterEach(closeAll);

const OBLIGATIONS = obligationsIn('2026');
const [RATIO, TASK] = [row('PL1.I.1.3'), row('PL2.II.1')];
const VALUES: FormValues = new Map([
  [RATIO, { state: 'Có số liệu', numerator: 95, denominator: 100, evidence: '05/11', explanation: 'Đúng hạn' }],
  [TASK, { status: 'Đang thực hiện', percent: 0.4, note: '007' }],
]);
const aForm = (): Promise<Uint8Array> => buildForm({ obligations: OBLIGATIONS, agency: TINH_KHE, values: VALUES });
const LOOKS = ['fill', 'colour', 'bold', 'italic', 'face', 'size'] as const;

/** A workbook open in Excel and where its cells are. */
async function opened(bytes: Uint8Array) {
  const { host, model, port } = anExcel(await modelOf(bytes));
  const read = async () => readReport(worked(await port.read()), context);
  const { places } = await read();
  const at = (id: RowId, field: Field) => {
    const place = places.get(id)!;
    return { sheet: place.sheet, row: place.row, column: place.columns[field]!, cell: cellName(place.row, place.columns[field]!) };
  };
  const repair = async () => worked(await port.apply(repairForm(worked(await port.read()), OBLIGATIONS, TINH_KHE).edits));
  return { host, model, read, at, repair };
}

/** All that a paste can bring to a cell: looks, number format, lock, input rules, conditional formats. */
function broughtTo(
  model: ExcelModel,
  { sheet, row: line, column }: { readonly sheet: string; readonly row: number; readonly column: number },
) {
  const own = model.sheet(sheet);
  const here = ({ area }: { readonly area: { top: number; left: number; bottom: number; right: number } }) =>
    area.top <= line && area.bottom >= line && area.left <= column && area.right >= column;
  const cell = own.at(line, column);
  return {
    looks: Object.fromEntries(LOOKS.map((name) => [name, String(own.lookAt(line, column, name) ?? '').toUpperCase()])),
    numberFormat: cell.numberFormat,
    locked: cell.locked,
    rules: own.validations.filter(here).map(({ rule }) => kindOf(rule)),
    conditions: own.signs.filter(here).length,
  };
}

/** A list or a number rule, as a file and as Excel says it. */
const kindOf = (rule: unknown): string =>
  /list|whole|decimal|date/.exec(typeof rule === 'string' ? rule : Object.keys(rule as object).join())?.[0] ?? '';

const ALIEN = {
  look: { locked: true, numberFormat: '0.000' },
  looks: { fill: '#FFFF00', colour: '#FF0000', bold: true, italic: true, face: 'DejaVu Sans', size: 18 },
  validation: { rule: { wholeNumber: { formula1: 1, formula2: 5, operator: 'Between' } } },
  signs: [{ sign: '>', ink: '#00B050' }],
} as const;

test('what a paste brought to free-text and figure cells goes: rules, formats, grounds, fonts, conditions; what was typed stays', async () => {
  const clean = await opened(await aForm());
  const { host, model, read, at, repair } = await opened(await aForm());
  const before = await read();
  const pasted = [
    [at(RATIO, 'evidence'), '05/11'],
    [at(RATIO, 'explanation'), 'Đúng hạn'],
    [at(RATIO, 'numerator'), 95],
    [at(TASK, 'note'), '007'],
    [at(row('PL1.I.1.2'), 'evidence'), ''],
  ] as const;
  for (const [place, value] of pasted) model.paste(place.sheet, place.cell, [[value]], { brings: ALIEN });
  for (const [place] of pasted) expect(broughtTo(model, place)).toMatchObject({ locked: true, rules: ['whole'], conditions: 1 });
  host.seen.length = 0;
  await repair();
  for (const [place, value] of pasted) {
    const wanted = broughtTo(clean.model, place);
    expect([place.cell, broughtTo(model, place)]).toEqual([place.cell, { ...wanted, conditions: 0 }]);
    expect(model.valueAt(place.sheet, place.cell)).toBe(value);
  }
  // Its own conditions are those of the form, wherever nobody pasted.
  const other = at(row('PL1.I.1.2'), 'numerator');
  expect(broughtTo(model, other)).toEqual(broughtTo(clean.model, other));
  const after = await read();
  expect([after.report, after.findings]).toEqual([before.report, before.findings]);
  expect(host.batches).toBeLessThanOrEqual(6 + 4); // reading twice, and the repair
});

test('cells whose formats were cleared stay open, for the style Normal of a form locks nothing; a repair gives them their looks again', async () => {
  const clean = await opened(await aForm());
  const { model, read, at, repair } = await opened(await aForm());
  const cleared = [at(RATIO, 'numerator'), at(RATIO, 'evidence'), at(TASK, 'note')];
  for (const { sheet, cell, row: line, column } of cleared) {
    expect(() => model.clearFormats(sheet, cell)).toThrow(expect.objectContaining({ code: 'AccessDenied' }));
    model.unprotect(sheet);
    model.clearFormats(sheet, cell);
    model.protect(sheet);
    model.type(sheet, cell, model.valueAt(sheet, cell));
    expect(model.sheet(sheet).lookAt(line, column, 'fill')).toBeUndefined();
  }
  await repair();
  for (const place of cleared)
    expect([place.cell, broughtTo(model, place)]).toEqual([place.cell, { ...broughtTo(clean.model, place), conditions: 0 }]);
  expect([model.valueAt(cleared[0]!.sheet, cleared[0]!.cell), model.sheet(cleared[0]!.sheet).locked]).toEqual([95, true]);
  // 40 % that is shown as 0,4 since: asked, as any number whose format says otherwise.
  const percent = at(TASK, 'percent');
  model.unprotect(percent.sheet);
  model.clearFormats(percent.sheet, percent.cell);
  expect((await read()).findings.filter(({ row: id }) => id === TASK).map(({ rule }) => rule)).toEqual(['progress-part-or-percent']);
});

test('a number whose own format says otherwise keeps it: a date typed as evidence, a count shown in thousands, a percent with decimals', async () => {
  const { model, read, at, repair } = await opened(await aForm());
  const kept = [
    [at(RATIO, 'evidence'), 46_000, 'd-mmm'],
    [at(RATIO, 'numerator'), 95_000, '#,##0,'],
    [at(RATIO, 'denominator'), 0.9, '0%'],
    [at(TASK, 'percent'), 0.3333, '0.00%'],
  ] as const;
  for (const [place, value, numberFormat] of kept) model.sheet(place.sheet).put(place.row, place.column, { value, numberFormat });
  const told = async () => (await read()).findings.map(({ rule, cell }) => [rule, cell]);
  const before = await told();
  await repair();
  for (const [{ sheet, row: line, column }, value, numberFormat] of kept)
    expect(model.sheet(sheet).at(line, column)).toMatchObject({ value, numberFormat });
  expect(await told()).toEqual(before);
});

test('a text that is struck out stays so: it may be meant', async () => {
  const { model, at, repair } = await opened(await aForm());
  const place = at(RATIO, 'explanation');
  const font = { strikethrough: true, superscript: false, subscript: false };
  model.sheet(place.sheet).put(place.row, place.column, { font });
  await repair();
  expect(model.sheet(place.sheet).at(place.row, place.column).font).toEqual(font);
});

describeWithSoffice('a form that LibreOffice pasted into and saved', () => {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-pasted-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('gets its rules, formats, grounds and fonts back; what was typed and what is found stay', async () => {
    const [file, written] = [join(folder, 'form.xlsx'), join(folder, 'pasted.xlsx')];
    writeFileSync(file, await aForm());
    const clean = await opened(readFileSync(file));
    const [evidence, note, numerator] = [clean.at(RATIO, 'evidence'), clean.at(TASK, 'note'), clean.at(RATIO, 'numerator')];
    const paste = ({ sheet, cell }: typeof evidence, value: string | number) => ({ act: 'paste', sheet, cell, value }) as const;
    await actInLibreOffice([{ file, acts: [paste(evidence, '12/BC-UBND'), paste(note, 'đã sửa'), paste(numerator, 4)], written }]);
    const { model, read, repair } = await opened(readFileSync(written));
    const before = await read();
    for (const place of [evidence, note, numerator])
      expect(broughtTo(model, place)).toMatchObject({
        looks: { fill: '#FFFF00', colour: '#FF0000', bold: 'TRUE', face: 'DEJAVU SANS', size: '18' },
        numberFormat: '0.000',
        locked: true,
        rules: ['whole'],
      });
    await repair();
    for (const place of [evidence, note, numerator]) {
      const { looks, numberFormat, locked, rules } = broughtTo(clean.model, place);
      expect([place.cell, broughtTo(model, place)]).toMatchObject([place.cell, { looks, numberFormat, locked, rules }]);
    }
    expect([model.valueAt(evidence.sheet, evidence.cell), model.valueAt(numerator.sheet, numerator.cell)]).toEqual(['12/BC-UBND', 4]);
    const after = await read();
    expect([after.report, after.findings]).toEqual([before.report, before.findings]);
    expect(model.sheet(evidence.sheet).locked).toBe(true);
  });
});

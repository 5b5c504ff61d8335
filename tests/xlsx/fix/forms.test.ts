import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { fixesOf } from '../../../core/fixing/fixes-of.ts';
import type { CellChange } from '../../../core/fixing/workbook-fix.ts';
import { cellName } from '../../../core/grid.ts';
import type { Field } from '../../../core/layout.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { readReport } from '../../../core/reading/read-report.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import { fixUpload } from '../../../templates/upload/fix-upload.ts';
import { readUpload } from '../../../templates/upload/read-upload.ts';
import { context, obligationsIn, row, TINH_KHE } from '../../support/a-form.ts';
import { convert, describeWithSoffice } from '../../support/soffice.ts';
import type { Parts } from '../../support/xlsx-parts.ts';
import { workbookOf } from '../../support/xlsx-reading.ts';
import { aZip } from '../../support/xlsx-zip.ts';
import { changedEntries, fixedBytes } from './fixed.ts';
import { inStrict, withoutPlaces, withPrefixes } from './other-spellings.ts';

const RATIO = 'PL1.I.1.3';
const OTHER = 'PL1.I.2.6';
const TASK = 'PL2.II.1';

const blankForm = (): Promise<Uint8Array> => buildForm({ obligations: obligationsIn('2026'), agency: TINH_KHE as AgencyId });

/** Writes into a form as a clerk would type. */
function typed(form: Uint8Array, cells: readonly (readonly [string, Field, CellChange['value'], CellChange['format']?])[]): Uint8Array {
  const { places } = readUpload(form, context);
  const changes = cells.map(([id, field, value, format = 'plain']): CellChange => {
    const place = places.get(row(id));
    return { sheet: place!.sheet, cell: cellName(place!.row, place!.columns[field]!), value, format };
  });
  return fixedBytes(form, changes);
}

/** A form with a mistake of each kind that can be fixed, and one that cannot. */
const mistaken = (form: Uint8Array): Uint8Array =>
  typed(form, [
    [RATIO, 'state', 'co so lieu'],
    [RATIO, 'numerator', '1.000'],
    [RATIO, 'denominator', '1.234'],
    [OTHER, 'state', 'Có số liệu'],
    [OTHER, 'numerator', 12.5],
    [OTHER, 'denominator', '100'],
    [TASK, 'status', 'Đang thực hiện'],
    [TASK, 'percent', 40, 'percent'],
    [TASK, 'issuedOn', '5/11/2026'],
  ]);

/** Every first fix that is offered, taken at once. */
function everyFix(bytes: Uint8Array): readonly CellChange[] {
  const workbook = workbookOf(bytes);
  const reading = readReport(workbook, context);
  return reading.findings.flatMap((finding) => fixesOf(finding, { workbook, reading })[0]?.changes ?? []);
}

const REPORTED = {
  [RATIO]: { state: 'reported', numerator: 1000, denominator: 1234 },
  [OTHER]: { state: 'reported', denominator: 100 },
};

function expectFixed(before: Uint8Array): Uint8Array {
  const changes = everyFix(before);
  expect(changes.map(({ value }) => value)).toEqual(['Có số liệu', 1000, 1234, 100, 0.4, 46331]);
  const fixed = fixUpload(before, changes, context);
  if (!fixed.ok) throw new Error(JSON.stringify(fixed.error));
  const again = readUpload(fixed.value.bytes, context);
  expect([again.report, again.findings]).toEqual([fixed.value.reading.report, fixed.value.reading.findings]);
  expect(again.report?.indicators).toEqual(REPORTED);
  expect(again.report?.tasks).toEqual({ [TASK]: { status: 'in-progress', percent: 40, issuedOn: '2026-11-05' } });
  expect(again.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual(['count-fractional']);
  expect(everyFix(fixed.value.bytes)).toEqual([]);
  return fixed.value.bytes;
}

const spelled = (bytes: Uint8Array, change: (parts: Parts) => Parts): Uint8Array => aZip(change(unzipSync(bytes)));

test('a form of ours is fixed to the report that was meant, whatever program’s spelling it has', async () => {
  const form = mistaken(await blankForm());
  const fixed = expectFixed(form);
  expect(changedEntries(form, fixed).filter((name) => !/comments|drawing/.test(name))).toEqual([
    'xl/styles.xml',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet2.xml',
  ]);
  for (const change of [withoutPlaces, withPrefixes, inStrict, (parts: Parts) => inStrict(withPrefixes(withoutPlaces(parts)))]) {
    expectFixed(spelled(form, change));
  }
});

test('lists of choices, protection, widths, merged titles, formulas and print settings of the sheet stay as they were', async () => {
  const form = mistaken(await blankForm());
  const sheet = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
  const round = (xml: string): string => xml.replace(/<sheetData>.*<\/sheetData>/s, '').replace(/<legacyDrawing[^>]*>/, '');
  const fixed = expectFixed(form);
  expect(round(sheet(fixed))).toBe(round(sheet(form)));
  expect(round(sheet(fixed))).toContain('<sheetProtection');
  const formulas = (xml: string): string[] => xml.match(/<f>.*?<\/f>/gs) ?? [];
  expect(formulas(sheet(fixed))).toEqual(formulas(sheet(form)));
});

test('what a fix finds wrong with the file itself is said as the reader says it', () => {
  expect(fixUpload(new Uint8Array(), [], context)).toMatchObject({
    ok: false,
    error: { kind: 'not-readable', finding: { rule: 'not-a-workbook' } },
  });
});

describeWithSoffice('LibreOffice', () => {
  test('a form that it saved is fixed, and it shows the fixed values, checks them anew, and has the notes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'phuluc-fix-'));
    const path = (name: string): string => join(folder, name);
    try {
      writeFileSync(path('form.xlsx'), mistaken(await blankForm()));
      const [saved] = await convert([path('form.xlsx')], 'xlsx:Calc MS Excel 2007 XML', path('saved'));
      const fixed = expectFixed(new Uint8Array(readFileSync(saved!)));
      writeFileSync(path('fixed.xlsx'), fixed);
      const [again] = await convert([path('fixed.xlsx')], 'xlsx:Calc MS Excel 2007 XML', path('again'));
      const parts = unzipSync(new Uint8Array(readFileSync(again!)));
      const notes = strFromU8(parts['xl/comments1.xml']!);
      expect(notes).toContain('Đã sửa: trước là “1.000”.');
      expect(notes).toContain('Lỗi: Tử số (12,5) không phải số nguyên. Nhập số lượng, không nhập tỷ lệ.');
      const checks = workbookOf(new Uint8Array(readFileSync(again!))).grids[0]!.rows.map(({ cells }) => {
        const [id, check] = [cells.find(({ column }) => column === 1)?.value, cells.find(({ column }) => column === 15)?.value];
        return [id, check];
      });
      expect(Object.fromEntries(checks)).toMatchObject({
        [RATIO]: expect.stringMatching(/^✓/),
        [OTHER]: expect.stringMatching(/^✕ Tử số/),
      });
      expect(readUpload(new Uint8Array(readFileSync(again!)), context).report?.indicators).toEqual(REPORTED);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

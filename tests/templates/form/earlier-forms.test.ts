import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { CellChange } from '../../../core/fixing/workbook-fix.ts';
import { cellName } from '../../../core/grid.ts';
import type { Field } from '../../../core/layout.ts';
import { buildSpecimens } from '../../../templates/mau/specimens.ts';
import { readUpload } from '../../../templates/upload/read-upload.ts';
import { context, row } from '../../support/a-form.ts';
import { fixedBytes } from '../../xlsx/fix/fixed.ts';

const NAMES = ['so.xlsx', 'xa.xlsx'] as const;
/** Blank forms as the release before 29/11/2026 handed them out: each formula names the cells of its row. */
const earlierForm = (name: string): Uint8Array => readFileSync(join(__dirname, 'earlier-release', name));
const formNow = async (name: string): Promise<Uint8Array> => (await buildSpecimens()).find((one) => one.name === name)!.bytes;

const TYPED: readonly (readonly [string, Field, CellChange['value'], CellChange['format']?])[] = [
  ['PL1.I.1.3', 'state', 'Có số liệu'],
  ['PL1.I.1.3', 'numerator', 95],
  ['PL1.I.1.3', 'denominator', 100],
  ['PL1.I.2.6', 'state', 'Chưa có số liệu'],
  ['PL1.I.2.6', 'explanation', 'Đang rà soát'],
  ['PL2.II.1', 'status', 'Đang thực hiện'],
  ['PL2.II.1', 'percent', 0.4, 'percent'],
  ['PL2.II.2', 'status', 'Hoàn thành'],
  ['PL2.II.2', 'document', '05/QĐ-UBND'],
];

function filled(form: Uint8Array): Uint8Array {
  const { places } = readUpload(form, context);
  return fixedBytes(
    form,
    TYPED.map(([id, field, value, format = 'plain']): CellChange => {
      const place = places.get(row(id))!;
      return { sheet: place.sheet, cell: cellName(place.row, place.columns[field]!), value, format };
    }),
  );
}

test.each(NAMES)('a blank form of an earlier release is read without a word about it: %s', (name) => {
  expect(readUpload(earlierForm(name), context).findings.map(({ rule }) => rule)).toEqual(['nothing-filled']);
});

test.each(NAMES)('a filled form of an earlier release says the same as one of this: %s', async (name) => {
  const [earlier, now] = [readUpload(filled(earlierForm(name)), context), readUpload(filled(await formNow(name)), context)];
  expect(earlier.report).toEqual(now.report);
  const told = ({ findings }: typeof earlier) => findings.map(({ rule, row: id, field }) => `${rule} ${id} ${field}`);
  expect(told(earlier)).toEqual(told(now));
  expect(told(earlier)).not.toContainEqual(expect.stringContaining('changed'));
});

test('in an earlier form a formula that a cut has moved to another row is named', () => {
  const form = earlierForm('xa.xlsx');
  const place = readUpload(form, context).places.get(row('PL1.I.1.3'))!;
  const parts = unzipSync(form);
  const [sheet, rate] = ['xl/worksheets/sheet1.xml', cellName(place.row, place.columns.rate!)];
  const xml = strFromU8(parts[sheet]!);
  const moved = xml.replace(new RegExp(`(<c r="${rate}"[^>]*><f>)([^<]*)`), (_, start: string, formula: string) =>
    [start, formula.replaceAll(String(place.row), String(place.row + 1))].join(''),
  );
  expect(moved).not.toBe(xml);
  const { findings } = readUpload(zipSync({ ...parts, [sheet]: strToU8(moved) }), context);
  expect(findings.map(({ rule, cell }) => [rule, cell])).toContainEqual(['locked-cell-changed', rate]);
});

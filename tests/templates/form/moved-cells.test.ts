import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COUNTS_SHAPE } from '../../../core/figures/counts-shape.ts';
import { checkText } from '../../../core/form/check-formula.ts';
import type { RowValues } from '../../../core/form/row-values.ts';
import { SHARED_TASK } from '../../../core/form/task-shapes.ts';
import type { Field } from '../../../core/layout.ts';
import { readUpload } from '../../../templates/upload/read-upload.ts';
import { context } from '../../support/a-form.ts';
import { describeWithSoffice } from '../../support/soffice.ts';
import { actInLibreOffice, type SheetAct } from '../../support/soffice-macro.ts';
import { aBuiltForm, type BuiltForm, placed } from './a-built-form.ts';

const [A, B] = ['PL1.I.1.1', 'PL1.I.1.2'];
const [T, U] = ['PL2.II.1', 'PL2.II.2'];

describeWithSoffice('in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-moved-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let form: BuiltForm;
  beforeAll(async () => {
    form = await aBuiltForm('XA-21211');
    const file = join(folder, 'form.xlsx');
    writeFileSync(file, form.bytes);
    await actInLibreOffice(Object.entries(acts()).map(([name, done]) => ({ file, acts: done, written: written(name) })));
  });

  const sheetOf = (id: string): string => (id.startsWith('PL1') ? 'Phụ lục I' : 'Phụ lục II');
  const at = (id: string, field: Field): string => form.placeOf(id, field);
  const type = (id: string, values: Record<string, string | number>): SheetAct[] =>
    Object.entries(values).map(([field, value]) => ({ act: 'type', sheet: sheetOf(id), cell: at(id, field as Field), value }));
  const move = (id: string, first: Field, last: Field, to: string, field: Field): SheetAct => ({
    act: 'move',
    sheet: sheetOf(id),
    area: `${at(id, first)}:${at(id, last)}`,
    to: at(to, field),
  });
  const rowOf = (id: string): number => Number(/\d+/.exec(at(id, 'id'))?.[0]);

  const written = (name: string): string => join(folder, `${name}.xlsx`);
  /** The form after all that, its cells calculated by LibreOffice and read by nothing of the project. */
  const after = (name: keyof ReturnType<typeof acts>): BuiltForm => placed(readFileSync(written(name)));

  const doing = { status: 'Đang thực hiện', percent: 0.4 };
  const done = { status: 'Hoàn thành', percent: 1 };
  const acts = () => {
    const sheet = sheetOf(A);
    return {
      cut: [
        ...type(A, { numerator: 95, denominator: 100 }),
        move(A, 'numerator', 'denominator', B, 'numerator'),
        ...type(A, { numerator: 9, denominator: 4 }),
      ],
      dragged: [...type(A, { numerator: 95 }), move(A, 'numerator', 'numerator', A, 'denominator'), ...type(A, { numerator: 99 })],
      task: [...type(T, doing), move(T, 'status', 'percent', U, 'status'), ...type(T, done)],
      rows: [
        ...type(B, { numerator: 95, denominator: 100 }),
        { act: 'insert-row', sheet, row: rowOf(B) },
        { act: 'delete-row', sheet, row: rowOf(A) },
        { act: 'insert-row', sheet, row: rowOf(A) },
      ],
    } as const satisfies Record<string, readonly SheetAct[]>;
  };
  const said = (one: BuiltForm, ids: readonly string[]) => ids.map((id) => one.cell(id, 'check')?.value);
  const rates = (one: BuiltForm, ids: readonly string[]) => ids.map((id) => one.cell(id, 'rate')?.value);
  const changed = (one: BuiltForm) => readUpload(one.bytes, context).findings.filter(({ rule }) => rule === 'locked-cell-changed');
  const counts = (values: RowValues) => checkText(COUNTS_SHAPE, values);
  const task = (values: RowValues) => checkText(SHARED_TASK, values);

  test('counts that were cut into the next row leave each row’s rate and check its own', () => {
    const one = after('cut');
    expect(rates(one, [A, B])).toEqual(['2.25', '0.95']);
    expect(said(one, [A, B])).toEqual([counts({ numerator: 9, denominator: 4 }), counts({ numerator: 95, denominator: 100 })]);
    expect(changed(one)).toEqual([]);
  });

  test('a count that was dragged to the next column counts where it stands', () => {
    const one = after('dragged');
    expect(said(one, [A])).toEqual([counts({ numerator: 99, denominator: 95 })]);
    expect(changed(one)).toEqual([]);
  });

  test('a task that was cut into the next row leaves each row’s check its own', () => {
    const one = after('task');
    expect(said(one, [T, U])).toEqual([task(done), task(doing)]);
    expect(changed(one)).toEqual([]);
  });

  test('rows put in and taken out leave each row’s formulas its own', () => {
    const one = after('rows');
    expect([rates(one, [B]), said(one, [B])]).toEqual([['0.95'], ['✓']]);
    expect(changed(one)).toEqual([]);
  });
});

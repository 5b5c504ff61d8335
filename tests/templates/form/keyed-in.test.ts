import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COUNTS_SHAPE } from '../../../core/figures/counts-shape.ts';
import { inputsOf } from '../../../core/form/row-inputs.ts';
import { SHARED_TASK } from '../../../core/form/task-shapes.ts';
import type { Field } from '../../../core/layout.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { TEXT_VALUE } from '../../../core/tables/values/text.ts';
import { readUpload } from '../../../templates/upload/read-upload.ts';
import { context } from '../../support/a-form.ts';
import { describeWithSoffice } from '../../support/soffice.ts';
import { actInLibreOffice, type SheetAct } from '../../support/soffice-macro.ts';
import { aBuiltForm, type BuiltForm, placed } from './a-built-form.ts';

const INDICATOR = 'PL1.I.1.3' as RowId;
const TASK = 'PL2.I.1' as RowId;
/** What an agency's texts may look like; a spreadsheet takes each for something else. */
const TEXTS = ['05/11', '007', '1e5', '=1+1'] as const;

const textsOf = (shape: typeof COUNTS_SHAPE): Field[] =>
  inputsOf(shape).flatMap(({ field, valueKind }) => (valueKind === TEXT_VALUE ? [field] : []));
const TYPED = [
  [INDICATOR, textsOf(COUNTS_SHAPE)],
  [TASK, textsOf(SHARED_TASK)],
] as const;

test.each(['XA-21211', 'STC', 'CAT'])('in the form of %s every cell for a text is a cell of texts', async (agency) => {
  const form = await aBuiltForm(agency);
  const formats = TYPED.flatMap(([id, fields]) => fields.map((field) => [field, form.formatOf(form.cell(id, field))]));
  // 49 is the spreadsheet's own number of the format `@`
  expect(formats).toEqual(['explanation', 'evidence', 'document', 'summary', 'note'].map((field) => [field, '49']));
});

describeWithSoffice('typed at the keyboard in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-keyed-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const written = (text: string): string => join(folder, `${TEXTS.indexOf(text as (typeof TEXTS)[number])}.xlsx`);
  const after = (text: string): BuiltForm => placed(readFileSync(written(text)));

  beforeAll(async () => {
    const form = await aBuiltForm('STC');
    const file = join(folder, 'form.xlsx');
    writeFileSync(file, form.bytes);
    const at = (id: RowId, field: Field) => ({ sheet: id === TASK ? 'Phụ lục II' : 'Phụ lục I', cell: form.placeOf(id, field) });
    const keyed = (keys: string): SheetAct[] => [
      ...TYPED.flatMap(([id, fields]) => fields.map((field): SheetAct => ({ act: 'key-in', ...at(id, field), keys }))),
      { act: 'key-in', ...at(INDICATOR, 'state'), keys: 'Có số liệu' },
      { act: 'key-in', ...at(INDICATOR, 'numerator'), keys },
      { act: 'key-in', ...at(TASK, 'status'), keys: 'Đang thực hiện' },
    ];
    await actInLibreOffice(TEXTS.map((text) => ({ file, acts: keyed(text), written: written(text) })));
  });

  test.each(TEXTS)('%s stays that text in every cell for a text, and is read as it', (text) => {
    const form = after(text);
    for (const [id, fields] of TYPED) expect(fields.map((field) => form.cell(id, field)?.value)).toEqual(fields.map(() => text));
    const report = readUpload(form.bytes, context).report;
    expect(report?.indicators[INDICATOR]).toMatchObject({ explanation: text, evidence: text });
    expect(report?.tasks[TASK]).toMatchObject({ document: text, summary: text, note: text });
  });

  test('in the cell for a count the same is taken for what LibreOffice takes it for: it was typed, not set', () => {
    const [day, ...counts] = TEXTS.map((text) => after(text).cell(INDICATOR, 'numerator')?.value);
    expect(Number(day)).toBeGreaterThan(40_000); // a day of this year
    expect(counts).toEqual(['7', '100000', '2']);
  });
});

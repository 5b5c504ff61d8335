import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalMergeType } from 'docx';
import { blankPlan } from '../../../core/plan/book/blank-plan.ts';
import { proposePlan } from '../../../core/plan/book/propose-plan.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { squash } from '../../../core/text.ts';
import agencies from '../../../seeds/agencies.json';
import planJson from '../../../seeds/plan.json';
import { buildPlanWorkbook } from '../../../templates/plan-workbook/build-plan-workbook.ts';
import { readWorkbook } from '../../../xlsx/read/read-workbook.ts';
import { describeWithSoffice } from '../../support/soffice.ts';
import { actInLibreOffice } from '../../support/soffice-macro.ts';

const plan = planJson as unknown as Plan;

/** A cell of a table of Word's; a text takes a paragraph a line, `sup` is the raised number of a footnote, `down` a cell over several rows. */
interface WordCell {
  readonly text: string;
  readonly over?: number;
  readonly sup?: string;
  readonly down?: 'first' | 'further';
}

const cell = ({ text, over, sup, down }: WordCell): TableCell =>
  new TableCell({
    ...(over !== undefined && { columnSpan: over }),
    ...(down && { verticalMerge: down === 'first' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
    children: (down === 'further' ? '' : text).split('\n').map(
      (line, k) =>
        new Paragraph({
          children: [new TextRun(line), ...(sup !== undefined && k === 0 ? [new TextRun({ text: sup, superScript: true })] : [])],
        }),
    ),
  });

const wordFile = (rows: readonly (readonly WordCell[])[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({ sections: [{ children: [new Table({ rows: rows.map((row) => new TableRow({ children: row.map(cell) })) })] }] }),
  );

const texts = (values: readonly (string | null | undefined)[]): WordCell[] => values.map((text) => ({ text: text ?? '' }));

/** Phụ lục I as the plan has it: phases and groups over the whole width, one lead over several rows, an office a line. */
function indicatorRows(): WordCell[][] {
  const rows = [texts(Object.values(plan.appendices[0]!.columns))];
  for (const phase of plan.phases) {
    rows.push([{ text: phase.tt }, { text: phase.title, over: 4 }]);
    for (const group of plan.groups.filter((one) => one.phase === phase.id)) {
      rows.push([{ text: String(group.id.split('.')[1]) }, { text: group.title, over: 4 }]);
      let lead = '';
      for (const row of plan.indicators.filter((one) => one.group === group.id)) {
        const [number, name, target] = texts([row.tt, row.name, row.targetText]);
        const down = row.leadsText === lead ? 'further' : 'first';
        const footnote = row.tt === '2' && { sup: '1' };
        const doing = { text: (row.implementersText ?? '').replaceAll('; ', '\n') };
        rows.push([number!, { ...name!, ...footnote }, target!, { text: row.leadsText, down }, doing]);
        lead = row.leadsText;
      }
    }
  }
  return rows;
}

function taskRows(): WordCell[][] {
  const rows = [texts(Object.values(plan.appendices[1]!.columns))];
  for (const section of plan.sections) {
    rows.push([{ text: section.id }, { text: section.title, over: 5 }]);
    for (const row of plan.tasks.filter((one) => one.section === section.id))
      rows.push(texts([row.tt, row.name, row.leadsText, row.coordinatorsText, row.deliverable, row.timeframeText]));
  }
  return rows;
}

describeWithSoffice('the plan’s own tables, copied in LibreOffice Writer and pasted in Calc', () => {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-writer-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('are the plan’s rows below the plan’s headings, in its own words; what the paste lost is told of', async () => {
    const [file, written] = [join(folder, 'blank.xlsx'), join(folder, 'pasted.xlsx')];
    const [first, second] = [join(folder, 'first.docx'), join(folder, 'second.docx')];
    writeFileSync(file, await buildPlanWorkbook(blankPlan({ plan, agencies })));
    writeFileSync(first, await wordFile(indicatorRows()));
    writeFileSync(second, await wordFile(taskRows()));
    await actInLibreOffice([
      {
        file,
        acts: [
          { act: 'paste-table', sheet: 'Chỉ tiêu', cell: 'B4', from: first },
          { act: 'paste-table', sheet: 'Nhiệm vụ', cell: 'B4', from: second },
        ],
        written,
      },
    ]);
    const read = readWorkbook(readFileSync(written));
    if (!read.ok) throw new Error(read.error.rule);
    const { written: proposed, doubts, unread } = proposePlan(read.value);
    const got = proposed.plan as Plan;
    expect(unread).toEqual([]);
    expect(got.phases.map(({ id, tt, title }) => [id, tt, title])).toEqual(plan.phases.map(({ id, tt, title }) => [id, tt, title]));
    expect(got.groups).toEqual(plan.groups);
    expect(got.sections.map(({ id, title }) => [id, title])).toEqual(plan.sections.map(({ id, title }) => [id, title]));
    const [own, at] = [(id: string) => id.replace(/^B(\d)\./, 'PL$1.'), (text: string | null | undefined) => squash(text ?? '')];
    expect(
      got.indicators.map((row) => [own(row.id), row.group, row.tt, row.name, row.targetText, row.leadsText, row.implementersText]),
    ).toEqual(
      plan.indicators.map((row) => [row.id, row.group, row.tt, at(row.name), row.targetText, row.leadsText, row.implementersText ?? '']),
    );
    // The plan has two tasks 7 in its section III: their ids are the seeds' own.
    expect(
      got.tasks.map((row) => [row.section, row.tt, row.name, row.leadsText, row.coordinatorsText, row.deliverable, row.timeframeText]),
    ).toEqual(
      plan.tasks.map((row) => [
        row.section,
        row.tt,
        ...[row.name, row.leadsText, row.coordinatorsText, row.deliverable, row.timeframeText].map(at),
      ]),
    );
    const rowsThat = (holds: (row: Plan['indicators'][number], before: Plan['indicators'][number] | undefined) => boolean) =>
      plan.indicators.filter((row, k) => holds(row, plan.indicators[k - 1])).map(({ id }) => id);
    expect(Object.fromEntries(Object.entries(doubts).map(([doubt, rows]) => [doubt, rows.map(own)]))).toEqual({
      number: rowsThat(({ targetText }) => /^\d+%$/.test(targetText)),
      lead: rowsThat((row, before) => row.group === before?.group && row.leadsText === before?.leadsText),
      joined: [],
      offices: [],
      footnote: rowsThat(({ tt }) => tt === '2'),
    });
  });
});

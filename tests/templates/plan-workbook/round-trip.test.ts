import { readFileSync } from 'node:fs';
import { agenciesText, planText } from '../../../core/plan/book/plan-text.ts';
import { readBook } from '../../../core/plan/book/read-book.ts';
import { bookFindings } from '../../../core/wording/book-faults.ts';
import { buildPlanWorkbook } from '../../../templates/plan-workbook/build-plan-workbook.ts';
import { readWorkbook } from '../../../xlsx/read/read-workbook.ts';
import { type GeneratedPlan, generatedPlans, isAccepted } from '../../support/a-generated-plan.ts';
import { fc } from '../../support/properties.ts';

async function backOf(written: { readonly plan: unknown; readonly agencies: unknown }) {
  const workbook = readWorkbook(await buildPlanWorkbook(written));
  if (!workbook.ok) throw new Error(workbook.error.rule);
  return readBook(workbook.value);
}

test('the present plan comes back from its workbook byte for byte', async () => {
  const [plan, agencies] = ['seeds/plan.json', 'seeds/agencies.json'].map((path) => readFileSync(path, 'utf8'));
  const read = await backOf({ plan: JSON.parse(plan ?? ''), agencies: JSON.parse(agencies ?? '') });
  expect(bookFindings(read, 'ke-hoach.xlsx')).toEqual([]);
  expect(planText(read.written.plan)).toBe(plan);
  expect(agenciesText(read.written.agencies)).toBe(agencies);
});

test('the same workbook has the same bytes', async () => {
  const written = {
    plan: JSON.parse(readFileSync('seeds/plan.json', 'utf8')),
    agencies: JSON.parse(readFileSync('seeds/agencies.json', 'utf8')),
  };
  expect(Buffer.from(await buildPlanWorkbook(written)).equals(Buffer.from(await buildPlanWorkbook(written)))).toBe(true);
});

/** Texts as plans may hold them: of several lines, with quotes, separators, formulas and signs in them. */
const text = fc.oneof(
  fc.constantFrom('= 1+1', '"a"; b', 'dòng 1\ndòng 2', '≥ 90%', '01', '1,5', '45.123', '_x0041_', '😀'),
  fc.string({ minLength: 1, maxLength: 8 }).map((one) => `chữ ${one.replace(/[^\x20-\x7e]/g, '')} hết`),
);

interface Row {
  readonly id: string;
}

/** Rows stand by their tables in a workbook, and no items are the same as none said. */
function inTables({ plan, agencies }: GeneratedPlan): GeneratedPlan {
  const { appendices, indicators, tasks, ...rest } = plan as {
    appendices: readonly { id: string }[];
    indicators: readonly Row[];
    tasks: readonly (Row & { optionalLeads?: readonly string[] })[];
  };
  const place = ({ id }: Row) => appendices.findIndex((table) => id.startsWith(`${table.id}.`));
  const ordered = <R extends Row>(rows: readonly R[]) => rows.toSorted((one, two) => place(one) - place(two));
  const said = ordered(tasks).map(({ optionalLeads = [], ...task }) => ({ ...task, ...(optionalLeads.length > 0 && { optionalLeads }) }));
  return { plan: { ...rest, appendices, indicators: ordered(indicators), tasks: said }, agencies };
}

test('every plan that is accepted comes back from its workbook as it was, whatever its texts are', async () => {
  await fc.assert(
    fc.asyncProperty(generatedPlans.filter(isAccepted), text, async (generated, odd) => {
      const { plan, agencies } = inTables(generated);
      const { indicators } = plan as { indicators: readonly object[] };
      const written = {
        plan: {
          ...plan,
          title: odd,
          indicators: indicators.map((row) => ({ ...row, name: odd, note: odd, implementers: [odd, 'Sở; A'] })),
        },
        agencies,
      };
      const read = await backOf(written);
      expect(bookFindings(read, 'ke-hoach.xlsx').filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(planText(read.written.plan)).toBe(planText(written.plan));
      expect(agenciesText(read.written.agencies)).toBe(agenciesText(written.agencies));
    }),
    { numRuns: 25 },
  );
});

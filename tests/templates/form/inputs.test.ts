import { inputsOf } from '../../../core/form/row-inputs.ts';
import { SHARED_TASK } from '../../../core/form/task-shapes.ts';
import type { Field } from '../../../core/layout.ts';
import { measureOf } from '../../../core/measures/measure-of.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { owedBy } from '../../../core/plan/obligations.ts';
import { INDICATOR_SHEET, TASK_SHEET } from '../../support/plan-sheets.ts';
import { aBuiltForm, type BuiltForm, obligationsIn, plan } from './a-built-form.ts';
import { attributes, plain } from './opened.ts';

const AGENCIES = ['STC', 'SKHCN', 'CAT', 'VPUB', 'XA-21211'];
const PERIODS = ['2026', '2028'];
const both = PERIODS.flatMap((period) => AGENCIES.map((agency) => [agency, period] as const));

test.each(both)('the open cells of %s in %s are those it owes, and no other', async (agency, period) => {
  const form = await aBuiltForm(agency, period);
  const { indicators, tasks, optionalTasks } = owedBy(obligationsIn(period), agency as AgencyId);
  const wanted = [
    ...indicators.flatMap((row) => inputsOf(measureOf(row).figure.shape).map(({ field }) => `I!${form.placeOf(row.id, field)}`)),
    ...[...tasks, ...optionalTasks].flatMap(({ id }) => inputsOf(SHARED_TASK).map(({ field }) => `II!${form.placeOf(id, field)}`)),
  ];
  const open = [INDICATOR_SHEET, TASK_SHEET].flatMap(({ title }) =>
    [...form.sheet(title).cells].filter(([, cell]) => form.isOpen(cell)).map(([place]) => `${title.replace('Phụ lục ', '')}!${place}`),
  );
  expect(open.sort()).toEqual(wanted.sort());
});

test.each(['Phụ lục I', 'Phụ lục II', 'Hướng dẫn', 'Định danh'])(
  'sheet %s is protected without a password; columns and rows may be sized',
  async (title) => {
    const form = await aBuiltForm('STC');
    expect(attributes(form.sheet(title).xml, 'sheetProtection')).toEqual([{ sheet: '1', formatColumns: '0', formatRows: '0' }]);
  },
);

describe('input rules', () => {
  const rulesOf = (form: BuiltForm, title: string) =>
    [...form.sheet(title).xml.matchAll(/<dataValidation ([^>]*)>(.*?)<\/dataValidation>/gs)].map(([, words = '', body = '']) => ({
      ...attributes(`<dataValidation ${words}>`, 'dataValidation')[0],
      formulas: [...body.matchAll(/<formula\d>([^<]*)</g)].map(([, text = '']) => plain(text)),
    })) as (Record<string, string> & { formulas: string[] })[];
  const cellsOf = (range: string): string[] => {
    const [, letters = '', first = '', last = first] = /^([A-Z]+)(\d+)(?::[A-Z]+(\d+))?$/.exec(range) ?? [];
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, k) => `${letters}${Number(first) + k}`);
  };

  test.each(both)('no cell of %s in %s has two, and every choice, count, progress and date has one', async (agency, period) => {
    const form = await aBuiltForm(agency, period);
    for (const title of ['Phụ lục I', 'Phụ lục II']) {
      const cells = rulesOf(form, title).flatMap(({ sqref = '' }) => cellsOf(sqref));
      expect(cells).toEqual([...new Set(cells)]);
      expect(cells.every((place) => form.isOpen(form.sheet(title).cells.get(place)))).toBe(true);
    }
  });

  test('lists, counts, progress and dates ask for what the contract says', async () => {
    const form = await aBuiltForm('CAT', '2028');
    const rules = [...rulesOf(form, 'Phụ lục I'), ...rulesOf(form, 'Phụ lục II')];
    const asked = (id: string, field: Field) => {
      const title = id.startsWith('PL1') ? 'Phụ lục I' : 'Phụ lục II';
      const rule = rulesOf(form, title).find(({ sqref = '' }) => cellsOf(sqref).includes(form.placeOf(id, field)));
      return [rule?.type, ...(rule?.formulas ?? [])];
    };
    expect(asked('PL1.II.1.1', 'state')).toEqual(['list', '"Có số liệu,Không phát sinh,Chưa có số liệu"']);
    expect(asked('PL1.II.1.1', 'numerator')).toEqual(['whole', '0', '1000000000000']);
    expect(asked('PL1.II.1.1', 'denominator')).toEqual(['whole', '0', '1000000000000']);
    expect(asked('PL1.II.1.3', 'value')).toEqual(['list', '"Có,Không"']);
    expect(asked('PL1.II.2.1', 'value')).toEqual(['list', '"1,2,3,4,5"']);
    expect(asked('PL2.I.1', 'status')).toEqual(['list', '"Chưa triển khai,Đang thực hiện,Hoàn thành,Chờ hướng dẫn,Không liên quan"']);
    expect(asked('PL2.I.1', 'percent')).toEqual(['decimal', '0', '1']);
    expect(asked('PL2.I.1', 'issuedOn')).toEqual(['date', '36526', '73050']);
    // Excel refuses a file with longer titles or texts
    for (const { promptTitle = '', prompt = '', errorTitle = '', error = '' } of rules) {
      expect([promptTitle, errorTitle].every((text) => text !== '' && plain(text).length <= 32)).toBe(true);
      expect([prompt, error].every((text) => text !== '' && plain(text).length <= 255)).toBe(true);
    }
  });
});

test('counts keep the general format, so that 9/10 is seen to be a date; rates and progress are percent, dates have the day first', async () => {
  const form = await aBuiltForm('STC');
  const formats = (id: string, fields: Field[]) => fields.map((field) => form.formatOf(form.cell(id, field)));
  // 0, 10 and 9 are the spreadsheet's own numbers of the general format, `0.00%` and `0%`
  expect(formats('PL1.I.1.3', ['numerator', 'denominator', 'rate'])).toEqual(['0', '0', '10']);
  expect(formats('PL2.I.1', ['percent', 'issuedOn'])).toEqual(['9', 'dd/mm/yyyy']);
});

test('a commune finds the optional task locked, a department finds it open', async () => {
  const optional = plan.tasks.find(({ optionalLeads }) => optionalLeads.length > 0);
  const [commune, department] = [await aBuiltForm('XA-21211'), await aBuiltForm('SNV')];
  const id = optional?.id ?? '';
  expect([commune, department].map((form) => form.isOpen(form.cell(id, 'status')))).toEqual([false, true]);
  expect(department.cell(id, 'check')?.value).toBe('');
});

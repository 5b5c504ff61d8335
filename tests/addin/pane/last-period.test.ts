import { lastAnswer } from '../../../addin/pane/last-period.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import type { Report } from '../../../core/report.ts';
import { plainReport } from '../../../demo/made-up/plain-report.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import { FINANCE, obligationsIn, plan, row } from '../../support/a-form.ts';
import type { Service } from '../../support/a-service.ts';
import { seriousFaults } from '../../support/axe.ts';
import { type Chromium, pictureOf } from '../../support/browser.ts';
import { openPaneInExcel } from '../../support/excel/open-pane.ts';
import { modelOf } from '../../support/excel/xlsx.ts';
import { served } from '../../support/served.ts';
import { signIn } from './a-pane.ts';

const SATISFIED = row('PL1.I.1.3');
const EVIDENCE = '05/BC-STC ngày 12/11/2026';
const EXPLANATION = 'Chưa tính các xã mới sáp nhập';

describe('what the report of the last period says of a row', () => {
  const said = (entry: Report['indicators'][typeof SATISFIED]) => ({ indicators: { [SATISFIED]: entry }, tasks: {} });

  test('is told column by column, and its texts may be written again; state and figures never', () => {
    const last = lastAnswer(plan, SATISFIED, said({ state: 'reported', numerator: 90, denominator: 100, evidence: EVIDENCE }));
    expect(last?.lines.map(({ label, text }) => [label, text])).toEqual([
      ['Tình trạng', 'Có số liệu'],
      ['Tử số', '90'],
      ['Mẫu số', '100'],
      ['Tài liệu kiểm chứng', EVIDENCE],
    ]);
    expect(last?.texts).toEqual([{ field: 'evidence', header: 'Tài liệu kiểm chứng', text: EVIDENCE }]);
  });

  test('of a task its note may be written again, its product may not', () => {
    const task = plan.tasks[0]!.id;
    const entry = { status: 'in-progress', percent: 40, document: '12/KH-UBND', summary: 'Kế hoạch', note: 'Đang lấy ý kiến' } as const;
    expect(lastAnswer(plan, task, { indicators: {}, tasks: { [task]: entry } })?.texts.map(({ field }) => field)).toEqual(['note']);
  });

  test('is that of the row which this one continues, where it says nothing of its own', () => {
    const later = row('PL1.II.9.9');
    const continuing: Plan = { ...plan, indicators: [{ ...plan.indicators[0]!, id: later, continues: SATISFIED }] };
    expect(lastAnswer(continuing, later, said({ state: 'nothing-arose' }))?.lines).toHaveLength(1);
    expect(lastAnswer(plan, row('PL1.I.1.1'), said({ state: 'nothing-arose' }))).toBeNull();
  });
});

describe('the pane', () => {
  let service: Service;
  let chromium: Chromium;

  /** The year 2026 was sent and closed; 2027 is open. */
  served(async (both) => {
    ({ service, chromium } = both);
    const report = plainReport(obligationsIn('2026'), obligationsIn('2026').agency.get(FINANCE)!);
    const entry = { state: 'reported', numerator: 90, denominator: 100, evidence: EVIDENCE, explanation: EXPLANATION } as const;
    const sent = { ...report, indicators: { ...report.indicators, [SATISFIED]: entry } };
    const more = { 'if-none-match': '*', 'idempotency-key': 'a0000000-0000-4000-8000-000000000001' };
    expect(await call(FINANCE, 'PUT', `/periods/2026/reports/${FINANCE}`, sent, more)).toBe(201);
    expect(await call('VPUB', 'POST', '/periods/2026/close', {})).toBe(200);
    expect(await call('VPUB', 'POST', '/periods', { period: '2027' })).toBe(201);
  });

  async function call(agency: string, method: string, path: string, body: object, more: Record<string, string> = {}): Promise<number> {
    const headers = { authorization: `Bearer ${service.keys[agency]}`, 'content-type': 'application/json', ...more };
    return (await fetch(`${service.baseUrl}/api${path}`, { method, headers, body: JSON.stringify(body) })).status;
  }

  /** The row of the form in which a row of the plan stands, and the letters of its columns by their header. */
  const aForm = async () => {
    const model = await modelOf(await buildForm({ obligations: obligationsIn('2027'), agency: FINANCE, values: new Map() }));
    const sheet = 'Phụ lục I';
    const cells = Array.from({ length: 100 }, (_, k) => k + 1);
    const at = cells.find((one) => model.valueAt(sheet, `A${one}`) === SATISFIED)!;
    const header = cells.find((one) => model.valueAt(sheet, `A${one}`) === 'Mã')!;
    const letterOf = (wanted: string) => [...'ABCDEFGHIJKLMNOP'].find((one) => model.valueAt(sheet, one + header) === wanted)!;
    return { model, sheet, at, cellOf: (wanted: string, line = at) => `${letterOf(wanted)}${line}` };
  };

  test('a row that was moved while nobody told of it gets its text where it stands now', async () => {
    const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
    const { model, sheet, at, cellOf } = await aForm();
    model.select(sheet, cellOf('Tử số')); // before the pane is there: it asks which cell is chosen
    const { pane, settled } = await openPaneInExcel(page, { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/` });
    await signIn(pane, service, FINANCE);
    const again = pane.getByRole('button', { name: 'Tài liệu kiểm chứng: như kỳ trước' });
    await again.waitFor();
    const own = model.sheet(sheet);
    for (let column = 1; column <= 16; column++) {
      const [one, two] = [{ ...own.at(at, column) }, { ...own.at(at + 1, column) }];
      own.put(at, column, two);
      own.put(at + 1, column, one);
    }
    await again.click();
    await again.waitFor({ state: 'detached' });
    expect([at + 1, at].map((line) => model.valueAt(sheet, cellOf('Tài liệu kiểm chứng', line)))).toEqual([EVIDENCE, '']);

    // And one that is gone gets nothing.
    model.select(sheet, cellOf('Tử số', at + 1));
    const reason = pane.getByRole('button', { name: 'Giải trình: như kỳ trước' });
    await reason.waitFor();
    await settled();
    own.put(at + 1, 1, { value: 'PL9.X' });
    await reason.click();
    await pane.getByText('Biểu vừa thay đổi nên chưa ghi gì.').waitFor();
    expect(model.valueAt(sheet, cellOf('Giải trình', at + 1))).toBe('');
    await context.close();
  });

  test('tells of the chosen row what was reported last, and writes its texts again where nothing stands, never its figures', async () => {
    const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
    const { model, sheet, cellOf } = await aForm();
    const excel = await openPaneInExcel(page, { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/` });
    const { pane } = excel;
    await signIn(pane, service, FINANCE);
    model.type(sheet, cellOf('Giải trình'), 'của năm nay');
    await excel.settled();
    model.select(sheet, cellOf('Tử số'));
    const part = pane.getByRole('region', { name: 'I.1.3 · Kỳ 2026' });
    await part.getByText(EVIDENCE).waitFor();
    expect(await part.getByText('90', { exact: true }).count()).toBe(1);
    await pictureOf(page, 'pane-last-period');
    expect(await seriousFaults(page)).toEqual([]);
    expect(await part.getByRole('button').allTextContents()).toEqual(['Tài liệu kiểm chứng: như kỳ trước']);

    await part.getByRole('button', { name: 'Tài liệu kiểm chứng: như kỳ trước' }).click();
    await part.getByRole('button').waitFor({ state: 'detached' });
    expect(['Tài liệu kiểm chứng', 'Giải trình', 'Tử số', 'Mẫu số'].map((one) => model.valueAt(sheet, cellOf(one)))).toEqual([
      EVIDENCE,
      'của năm nay',
      '',
      '',
    ]);

    // A cell that belongs to no row.
    model.select(sheet, 'A1');
    await part.waitFor({ state: 'detached' });
    expect([excel.unknown(), excel.strayed()]).toEqual([[], []]);
    await context.close();
  });
});

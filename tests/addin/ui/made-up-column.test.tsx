/** @jest-environment jsdom */
import { type ComponentChild, render } from 'preact';
import type { Api } from '../../../addin/api/api.ts';
import { CellPart } from '../../../addin/pane/consolidator/cell-part.tsx';
import type { PeriodView } from '../../../addin/pane/consolidator/period-view.ts';
import { reviewSections } from '../../../addin/ui/review-sections.ts';
import type { DeskProps } from '../../../addin/web/desk/desk-props.ts';
import { CellPanel } from '../../../addin/web/desk/matrix/cell-panel.tsx';
import { RowPanel } from '../../../addin/web/desk/matrix/row-panel.tsx';
import { TaskPanel } from '../../../addin/web/desk/tasks/task-panel.tsx';
import { consolidate } from '../../../core/consolidating/consolidate.ts';
import { Period } from '../../../core/plan/period.ts';
import { Report } from '../../../core/report.ts';
import { ok } from '../../../core/result.ts';
import { agencies, FINANCE, obligationsIn, plan, row } from '../../support/a-form.ts';
import { AT } from '../../support/some-reports.ts';
import { soon } from '../../support/soon.ts';

jest.mock('../../../core/tables/indicators/columns.ts', () => {
  const { withMadeUp, OWNER, BUDGET } = jest.requireActual('../../support/made-up-columns.ts');
  return {
    INDICATOR_COLUMNS: withMadeUp(jest.requireActual('../../../core/tables/indicators/columns.ts').INDICATOR_COLUMNS, OWNER, BUDGET),
  };
});
jest.mock('../../../core/tables/tasks/columns.ts', () => {
  const { withMadeUp, BASIS, PLACE } = jest.requireActual('../../support/made-up-columns.ts');
  return { TASK_COLUMNS: withMadeUp(jest.requireActual('../../../core/tables/tasks/columns.ts').TASK_COLUMNS, BASIS, PLACE) };
});

const [INDICATOR, TASK] = [row('PL1.I.1.3'), row('PL2.I.10')];
const report = Report.parse({
  plan: plan.id,
  period: '2026',
  agency: FINANCE,
  indicators: { [INDICATOR]: { state: 'reported', numerator: 9, denominator: 10, budget: 7 } },
  tasks: { [TASK]: { status: 'done', document: '05/QĐ-UBND', place: 'Toàn tỉnh' } },
});
const obligations = obligationsIn('2026');
const matrix = consolidate({ obligations, received: [{ report, source: { version: 1 }, cells: new Map() }], at: AT, previous: null });
const finance = agencies.find(({ id }) => id === FINANCE)!;

/** A service that has this one report, in its first version. */
const api = {
  report: async () =>
    ok({ value: { report, version: 1, state: 'submitted', findings: [], remarks: {}, acceptedRows: [] }, etag: null, status: 200 }),
  changes: async () => ok({ value: { from: null, to: 1, at: '2026-11-20T00:00:00Z', by: FINANCE, changes: [] }, etag: null, status: 200 }),
  matrix: async () => ok({ value: matrix, etag: null, status: 200 }),
} as unknown as Api; // all that these panels ask
const line = { period: '2026', state: 'open' };
const desk = {
  api,
  plan,
  matrix,
  agencies,
  agency: new Map(agencies.map((one) => [one.id, one])),
  query: { donvi: FINANCE },
  go: () => undefined,
  nameOf: String,
  period: report.period,
  periodLine: line,
  periods: [line],
  isConsolidator: true,
} as unknown as DeskProps;
const rows = {
  planned: { row: matrix.indicators.find(({ id }) => id === INDICATOR)!, indicator: plan.indicators.find(({ id }) => id === INDICATOR)! },
  task: { row: matrix.tasks.find(({ id }) => id === TASK)!, task: plan.tasks.find(({ id }) => id === TASK)! },
};
const onClose = (): void => undefined;

/** Waits until a screen has a line among its facts. */
async function says(screen: ComponentChild, fact: string): Promise<void> {
  const root = document.createElement('main');
  render(screen, root);
  const facts = () => [...root.querySelectorAll('dt')].map((term) => `${term.textContent}: ${term.nextElementSibling?.textContent}`);
  await soon(() => expect(facts()).toContain(fact));
}

test('the desk has them beside an agency’s figure and a row', async () => {
  await says(<CellPanel {...desk} planned={rows.planned} chosen={finance} onClose={onClose} />, 'Kinh phí: 7');
  await says(<RowPanel {...desk} planned={rows.planned} onClose={onClose} />, 'Người theo dõi: Tổ 3');
  await says(<TaskPanel {...desk} chosen={rows.task} onClose={onClose} />, 'Địa bàn: Toàn tỉnh');
  await says(<TaskPanel {...desk} query={{}} chosen={rows.task} onClose={onClose} />, 'Căn cứ: Điều 10');
});

test('the pane has it beside a figure chosen in the matrix’s sheet', async () => {
  const view = { ...desk, line, status: [] } as unknown as PeriodView;
  const chosen = { period: Period.parse('2026'), row: INDICATOR, agency: finance, value: 0.9 };
  Element.prototype.scrollIntoView = () => undefined; // jsdom has no layout
  await says(<CellPart view={view} chosen={chosen} onPeriod={onClose} onOpen={onClose} />, 'Kinh phí: 7');
});

test('whoever reviews, on the desk or in the pane, reads them among what a row says', () => {
  const said = reviewSections({ report, findings: [] }, plan).flatMap(({ rows: all }) => all.map((one) => one.said));
  expect(said).toEqual([
    'Tình trạng: Có số liệu · Tử số: 9 · Mẫu số: 10 · Kinh phí: 7',
    'Tình trạng: Hoàn thành · Số, ký hiệu văn bản: 05/QĐ-UBND · Địa bàn: Toàn tỉnh',
  ]);
});

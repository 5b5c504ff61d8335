import type { Area, Cell, Grid, Workbook } from '../../core/grid.ts';
import { IDENTITY, LAYOUT_VERSION } from '../../core/identity-sheet.ts';
import type { Field, SheetLayout } from '../../core/layout.ts';
import { oncePerValue } from '../../core/once.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { type Obligations, obligationsOf } from '../../core/plan/obligations.ts';
import type { Period } from '../../core/plan/period.ts';
import type { RowId } from '../../core/plan/plan.ts';
import { planTexts, type TextList } from '../../core/reading/plan-texts.ts';
import { type ReadingContext, readReport } from '../../core/reading/read-report.ts';
import type { SavedTime } from '../../core/saved-time.ts';
import { defaultAgencies } from '../../seeds/agencies.ts';
import { defaultPlan } from '../../seeds/plan.ts';
import { INDICATOR_SHEET, TASK_SHEET } from '../support/plan-sheets.ts';

export const plan = defaultPlan();
export const agencies = defaultAgencies();
export const obligationsIn = oncePerValue(16, (period: string): Obligations => obligationsOf(plan, agencies, period as Period));
export const context: ReadingContext = { plan, agencies, obligationsOf: obligationsIn, expected: null, previous: null };

export const TINH_KHE = 'XA-21211' as AgencyId;
export const FINANCE = 'STC' as AgencyId;
export const POLICE = 'CAT' as AgencyId;
export const row = (id: string): RowId => id as RowId;

const HEADER_ROW = 10;
type Typed = Partial<Omit<Cell, 'column'>> & { value?: Cell['value'] };

/** A form as the reader sees it once its file is open, to be filled and mishandled cell by cell. */
export class AForm {
  readonly cells = new Map<string, Map<number, Map<number, Cell>>>();
  readonly hidden = new Set<number>();
  readonly merges: Area[] = [];
  readonly names = new Map<string, { sheet: string; row: number; column: number }>();
  readonly rows = new Map<RowId, number>();
  modified: SavedTime | null = null;

  readonly agency: AgencyId;
  readonly period: string;

  constructor(agency: AgencyId = TINH_KHE, period = '2026') {
    this.agency = agency;
    this.period = period;
    const obligations = obligationsIn(period);
    const texts = planTexts(obligations, agency);
    this.table(INDICATOR_SHEET, plan.indicators, texts.indicators);
    this.table(TASK_SHEET, plan.tasks, texts.tasks);
    const labels = { plan: plan.id, period, agency, layoutVersion: LAYOUT_VERSION };
    Object.entries(labels).forEach(([label, value], k) => {
      this.at(IDENTITY.sheet, k + 1, 1, IDENTITY.labels[label as keyof typeof IDENTITY.labels]);
      this.at(IDENTITY.sheet, k + 1, 2, value);
    });
  }

  private table(layout: SheetLayout, rows: readonly { readonly id: RowId }[], texts: ReadonlyMap<RowId, TextList>): void {
    for (const [k, { header }] of layout.columns.entries()) this.at(layout.title, HEADER_ROW, k + 1, header);
    this.names.set(layout.definedName, { sheet: layout.title, row: HEADER_ROW, column: 1 });
    rows.forEach((one, k) => {
      const number = HEADER_ROW + 2 + k;
      this.rows.set(one.id, number);
      for (const [field, text] of [['id', one.id] as const, ...(texts.get(one.id) ?? [])]) if (text) this.put(one.id, field, text);
      this.put(one.id, 'check', '', { formula: true });
    });
  }

  sheetOf = (id: string): SheetLayout => (id.startsWith('PL1') ? INDICATOR_SHEET : TASK_SHEET);
  column = (id: string, field: Field): number => this.sheetOf(id).columns.findIndex((one) => one.field === field) + 1;

  at(sheet: string, number: number, column: number, value: Cell['value'], more: Typed = {}): this {
    const rows = this.cells.get(sheet) ?? new Map<number, Map<number, Cell>>();
    this.cells.set(sheet, rows);
    const cells = rows.get(number) ?? new Map<number, Cell>();
    rows.set(number, cells);
    if (value === null && !more.error && !more.formula) cells.delete(column);
    else cells.set(column, { column, value, error: null, format: 'plain', formula: false, ...more });
    return this;
  }

  put(id: string, field: Field, value: Cell['value'], more: Typed = {}): this {
    return this.at(this.sheetOf(id).title, this.rows.get(row(id)) ?? 0, this.column(id, field), value, more);
  }

  figures(id: string, numerator: Cell['value'], denominator: Cell['value'], state: string | null = 'Có số liệu'): this {
    return this.put(id, 'state', state).put(id, 'numerator', numerator).put(id, 'denominator', denominator);
  }

  /** Every owed row answered, so that a test's own finding is the only one. */
  filled(): this {
    const { reporters, leads } = obligationsIn(this.period);
    for (const one of plan.indicators) {
      if (!reporters.get(one.id)?.includes(this.agency)) continue;
      if (one.measure.kind === 'stated-level') this.put(one.id, 'state', 'Có số liệu').put(one.id, 'value', 4);
      else if (one.measure.kind === 'share-of-agencies') this.put(one.id, 'state', 'Có số liệu').put(one.id, 'value', 'Có');
      else this.figures(one.id, 90, 100);
    }
    for (const one of plan.tasks)
      if (leads.get(one.id)?.includes(this.agency))
        this.put(one.id, 'status', 'Đang thực hiện').put(one.id, 'percent', 0.4, { format: 'percent' });
    return this;
  }

  workbook(): Workbook {
    const grids = [...this.cells].map(
      ([title, rows]): Grid => ({
        title,
        hidden: title === IDENTITY.sheet,
        rows: [...rows]
          .sort(([a], [b]) => a - b)
          .map(([number, cells]) => ({
            number,
            hidden: this.hidden.has(number),
            cells: [...cells.values()].sort((a, b) => a.column - b.column),
          })),
        merges: title === INDICATOR_SHEET.title ? this.merges : [],
      }),
    );
    return { grids, names: this.names, modified: this.modified };
  }

  read = (over: Partial<ReadingContext> = {}) => readReport(this.workbook(), { ...context, ...over });

  /** "error part-within-whole I12" of every finding that is no hint. */
  found = (over: Partial<ReadingContext> = {}): string[] =>
    this.read(over)
      .findings.filter(({ severity }) => severity !== 'hint')
      .map(({ severity, rule, cell }) => [severity, rule, cell].filter(Boolean).join(' '));

  cellOf = (id: string, field: Field): string => `${String.fromCharCode(64 + this.column(id, field))}${this.rows.get(row(id))}`;
}

export const aForm = (agency?: AgencyId, period?: string): AForm => new AForm(agency, period);

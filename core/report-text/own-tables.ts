import { formatPercentNumber } from '../format.ts';
import type { Field } from '../layout.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { AgencyId } from '../plan/agency.ts';
import { type Obligations, owedBy } from '../plan/obligations.ts';
import type { Indicator, RowId, Task } from '../plan/plan.ts';
import type { IndicatorEntry, Report, TaskEntry } from '../report.ts';
import type { InputColumn } from '../tables/column.ts';
import { type AnyEntry, displayedValue, inputsIn } from '../tables/inputs.ts';
import { CELL_STATE_WORDS, TASK_WORDS } from '../wording/labels.ts';
import { citedAs } from '../wording/names.ts';
import { STATUS_WORDS } from '../words.ts';
import { namedDocument } from './named-document.ts';
import { type OfficialColumn, type OfficialTable, officialTable } from './official-table.ts';
import { rowFigureName, type TextPart } from './text-part.ts';

/** An agency's report beside what it owes. */
export interface OwnReport {
  readonly obligations: Obligations;
  readonly agency: AgencyId;
  readonly report: Report;
}

type Plain = Pick<OfficialColumn<never>, 'align' | 'weight'>;
const LEFT: Plain = { align: 'left', weight: 'regular' };
const CENTRE: Plain = { align: 'centre', weight: 'regular' };
const WORD: Plain = { align: 'centre', weight: 'bold' };
const ABOVE = { heading: '', titles: [], attached: '' } as const;

interface OwnIndicator {
  readonly indicator: Indicator;
  readonly entry: IndicatorEntry | undefined;
}

/** The indicators that an agency owes, with its figures, reasons and evidence. */
export function ownIndicatorTable({ obligations, agency, report }: OwnReport): OfficialTable {
  const { indicators } = owedBy(obligations, agency);
  const isAsked = ({ field, openIn }: InputColumn<Field>): boolean =>
    openIn !== 'tables-that-ask' || indicators.some((one) => measureOf(one).figure.shape.ownInputs.includes(field));
  const columns: OfficialColumn<OwnIndicator>[] = [
    { key: 'tt', header: 'TT', ...CENTRE, says: ({ indicator }) => [citedAs(indicator.id)] },
    { key: 'name', header: 'Chỉ tiêu', ...LEFT, says: ({ indicator }) => [indicator.name] },
    { key: 'target', header: 'Mục tiêu', ...CENTRE, says: ({ indicator }) => [goalFor(indicator, agency)] },
    { key: 'result', header: 'Kết quả', ...WORD, says: figureParts },
    ...wordColumns<OwnIndicator>(inputsIn('indicators').filter(isAsked), ({ entry }) => entry),
  ];
  const lines = indicators.map((indicator) => ({
    row: indicator.id,
    item: { indicator, entry: report.indicators[indicator.id] },
  }));
  return officialTable(ABOVE, columns, lines);
}

/** The plan's target, and the bound that this agency was given in its place. */
function goalFor(indicator: Indicator, agency: AgencyId): string {
  const goal = measureOf(indicator).goal(indicator.targetText);
  const own = indicator.perAgency?.[agency];
  return own === undefined ? goal : `${goal}\nMức giao riêng: ${formatPercentNumber(own)}`;
}

function figureParts({ indicator, entry }: OwnIndicator): TextPart[] {
  if (entry?.state !== 'reported') return [CELL_STATE_WORDS[entry?.state ?? 'not-reported']];
  return [{ text: measureOf(indicator).figure.fullText(entry), name: rowFigureName(indicator.id, 'result') }];
}

interface OwnTask {
  readonly task: Task;
  readonly entry: TaskEntry | undefined;
}

/** The tasks that an agency leads, and those that it declared its own, with what it says of them. */
export function ownTaskTable({ obligations, agency, report }: OwnReport): OfficialTable {
  const { tasks, optionalTasks } = owedBy(obligations, agency);
  const owed = new Set<RowId>(tasks.map(({ id }) => id));
  const declared = new Set<RowId>(optionalTasks.flatMap(({ id }) => (report.tasks[id] ? [id] : [])));
  const columns: OfficialColumn<OwnTask>[] = [
    { key: 'tt', header: 'TT', ...CENTRE, says: ({ task }) => [citedAs(task.id)] },
    { key: 'name', header: 'Nhiệm vụ, giải pháp', ...LEFT, says: ({ task }) => [task.name] },
    { key: 'timeframe', header: 'Thời gian thực hiện', ...CENTRE, says: ({ task }) => [task.timeframeText] },
    { key: 'status', header: 'Tình hình', ...WORD, says: statusParts },
    { key: 'documents', header: 'Văn bản, sản phẩm', ...LEFT, says: ({ entry }) => [entry ? namedDocument(entry, 'whole') : ''] },
    ...wordColumns<OwnTask>(inputsIn('tasks'), ({ entry }) => entry),
  ];
  const lines = obligations.plan.tasks
    .filter(({ id }) => owed.has(id) || declared.has(id))
    .map((task) => ({ row: task.id, item: { task, entry: report.tasks[task.id] } }));
  return officialTable(ABOVE, columns, lines);
}

function statusParts({ task, entry }: OwnTask): TextPart[] {
  if (!entry) return [TASK_WORDS['not-reported']];
  const { status, percent } = entry;
  if (percent === undefined) return [STATUS_WORDS[status]];
  return [`${STATUS_WORDS[status]}, `, { text: formatPercentNumber(percent), name: rowFigureName(task.id, 'progress') }];
}

/** The reasons and remarks of a table, a column each. */
const wordColumns = <T>(inputs: readonly InputColumn<Field>[], entryOf: (item: T) => AnyEntry | undefined): OfficialColumn<T>[] =>
  inputs.flatMap((column) => {
    if (column.part !== 'reason' && column.part !== 'remark') return [];
    return [{ key: column.field, header: column.header, ...LEFT, says: (item: T) => [displayedValue(entryOf(item), column)] }];
  });

import type { SheetLayout } from '../../core/layout.ts';
import type { OfficialTable } from '../../core/report-text/official-table.ts';
import { sheetsOf } from '../../core/tables/sheets-of.ts';
import type { TableKind } from '../../core/tables/table-kind.ts';
import type { TableWriter } from './headed-lines.ts';
import { indicatorTable } from './indicator-table.ts';
import type { OfficialRequest } from './official-request.ts';
import { taskTable } from './task-table.ts';

const WRITERS: Readonly<Record<TableKind, TableWriter>> = { indicators: indicatorTable, tasks: taskTable };

/** One table of the plan as it is signed. */
export const planTable = (request: OfficialRequest, layout: SheetLayout): OfficialTable => WRITERS[layout.kind](request, layout);

/** All tables of the plan as they are signed, in its order. */
export const planTables = (request: OfficialRequest): OfficialTable[] =>
  sheetsOf(request.obligations.plan).map((layout) => planTable(request, layout));

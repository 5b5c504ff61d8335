import type { AgencyId } from '../../core/plan/agency.ts';
import { sha256Of } from '../store/backup-files.ts';
import type { Files } from '../store/files.ts';
import { type Head, type KeptWorkbook, type WorkbookRow, workbookRow } from '../store/rows.ts';
import type { Change, Table } from '../store/table.ts';

/**
 * Bytes of workbooks that are kept of one agency in one period: some thousand forms as they come, twenty-five of the largest that are
 * taken.
 */
export const MOST_WORKBOOK_BYTES = 256 * 1024 * 1024;

/** Under which name a workbook is kept. */
export const workbookName = (partition: string, agency: AgencyId, { sha256 }: Pick<KeptWorkbook, 'sha256'>): string =>
  `${partition}|${agency}|${sha256}`;

/** What a submission changes for its workbook, and what all the agency's workbooks take then. */
export interface WorkbookChanges {
  readonly changes: readonly Change[];
  readonly workbookBytes?: number;
}

/**
 * The row that names the workbook of a version, unless an earlier version has brought the same one; null where the agency has no room left.
 * To be committed with the version: the head's tag is the lock of these rows too.
 */
export async function workbookChanges(
  table: Table,
  partition: string,
  { agency, version }: { readonly agency: AgencyId; readonly version: number },
  workbook: KeptWorkbook | undefined,
  before: Head | null,
): Promise<WorkbookChanges | null> {
  const kept = before?.workbookBytes;
  if (!workbook) return { changes: [], ...(kept !== undefined && { workbookBytes: kept }) };
  const row = workbookRow(agency, workbook.sha256);
  if (await table.read(partition, row)) return { changes: [], workbookBytes: kept ?? workbook.size };
  const workbookBytes = (kept ?? 0) + workbook.size;
  if (workbookBytes > MOST_WORKBOOK_BYTES) return null;
  const value: WorkbookRow = { version, size: workbook.size };
  return { changes: [{ kind: 'insert', row, value }], workbookBytes };
}

/** The bytes of a version's workbook; null where they are not there any more, or are not those that were sent. */
export async function keptWorkbook(files: Files, partition: string, agency: AgencyId, workbook: KeptWorkbook): Promise<Uint8Array | null> {
  const bytes = await files.read(workbookName(partition, agency, workbook));
  return bytes && sha256Of(bytes) === workbook.sha256 ? bytes : null;
}

import type { AgencyId } from '../../core/agency.ts';
import type { Finding } from '../../core/findings/finding.ts';
import type { Matrix } from '../../core/matrix.ts';
import { figureCells } from '../../core/reading/figure-cells.ts';
import { ownReading } from '../../core/reading/own-reading.ts';
import { periodContext } from '../../core/reading/period-context.ts';
import type { Report } from '../../core/report.ts';
import { readUpload } from '../../templates/read/read-upload.ts';
import { unpackByZlib } from '../../templates/unpack-by-zlib.ts';
import type { Ground } from '../periods/ground.ts';
import type { Origin } from '../store/rows.ts';

/** An uploaded workbook once read. `readable` false: it is no workbook that could be read at all. */
export interface ReadUpload {
  readonly readable: boolean;
  readonly agency: AgencyId | null;
  readonly report: Report | null;
  readonly findings: readonly Finding[];
  readonly origin: Origin;
}

const UNREADABLE: ReadonlySet<string> = new Set(['not-a-workbook', 'encrypted', 'damaged-workbook', 'over-limits']);

/** Reads an upload for a period. `owner`: whose it must be; null takes any agency's, as its identity says. */
export function readReportWorkbook(bytes: Uint8Array, ground: Ground, owner: AgencyId | null, previous: Matrix | null): ReadUpload {
  const upload = readUpload(bytes, periodContext({ ...ground, previous }), unpackByZlib);
  const own = owner === null ? upload : ownReading(upload, owner, ground.agencies);
  return {
    readable: !upload.findings.some(({ rule }) => UNREADABLE.has(rule)),
    agency: upload.identity?.agency ?? null,
    report: own.report,
    findings: own.findings,
    origin: {
      ...(upload.modified && { modified: upload.modified }),
      cells: Object.fromEntries(upload.report ? figureCells(upload.report, upload.places) : []),
    },
  };
}

/** The upload with the name under which its file came. */
export const called = (upload: ReadUpload, file: string | null): ReadUpload =>
  file === null ? upload : { ...upload, origin: { ...upload.origin, file } };

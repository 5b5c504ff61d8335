import { type AgencyId, agencyName } from '../../core/agency.ts';
import { type Finding, finding } from '../../core/findings/finding.ts';
import type { Matrix } from '../../core/matrix.ts';
import { obligationsOf } from '../../core/obligations.ts';
import { figureCells } from '../../core/reading/figure-cells.ts';
import type { ReadingContext } from '../../core/reading/read-report.ts';
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
  const { plan, agencies, period, obligations } = ground;
  const context: ReadingContext = {
    plan,
    agencies,
    expected: period,
    previous,
    obligationsOf: (other) => (other === period ? obligations : obligationsOf(plan, agencies, other)),
  };
  const upload = readUpload(bytes, context, unpackByZlib);
  const agency = upload.identity?.agency ?? null;
  const foreign = agency !== null && owner !== null && agency !== owner;
  return {
    readable: !upload.findings.some(({ rule }) => UNREADABLE.has(rule)),
    agency,
    report: foreign ? null : upload.report,
    findings: foreign
      ? [finding('identity-other-agency', { found: agencyName(agencies, agency), expected: agencyName(agencies, owner) })]
      : upload.findings,
    origin: { cells: Object.fromEntries(upload.report ? figureCells(upload.report, upload.places) : []) },
  };
}

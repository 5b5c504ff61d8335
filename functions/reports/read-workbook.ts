import type { Finding } from '../../core/findings/finding.ts';
import { namedCompanion } from '../../core/findings/named-companion.ts';
import type { Matrix } from '../../core/matrix.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { figureCells } from '../../core/reading/figure-cells.ts';
import { ownReading } from '../../core/reading/own-reading.ts';
import { readingContext } from '../../core/reading/reading-context.ts';
import type { Report } from '../../core/report.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { ruleWithId } from '../../core/rules/rule-by-id.ts';
import type { Upload } from '../../templates/upload/read-upload.ts';
import type { Deps } from '../deps.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import type { Origin } from '../store/rows.ts';

/** An uploaded workbook once read. `readable` false: it is no workbook that could be read at all. */
export interface ReadUpload {
  readonly readable: boolean;
  readonly agency: AgencyId | null;
  readonly report: Report | null;
  readonly findings: readonly Finding[];
  readonly origin: Origin;
}

/** An upload, whose it must be (null takes any agency's, as its identity says), and who sends it. */
interface ToRead {
  readonly bytes: Uint8Array;
  readonly owner: AgencyId | null;
  readonly by: AgencyId;
}

/** Reads an upload for a period, beside everything else; `busy` where too many others wait to be read. */
export async function readReportWorkbook(
  { uploads }: Pick<Deps, 'uploads'>,
  { bytes, owner, by }: ToRead,
  context: PeriodContext,
  previous: Matrix | null,
): Promise<Result<ReadUpload, 'busy'>> {
  const upload = await uploads.read(bytes, readingContext({ ...context, previous }), by);
  return upload === 'busy' ? failed(upload) : ok(understood(upload, context, owner));
}

function understood(upload: Upload, context: PeriodContext, owner: AgencyId | null): ReadUpload {
  const own = owner === null ? upload : ownReading(upload, owner, context.agencies);
  return {
    readable: !upload.findings.some(({ rule }) => ruleWithId(rule).stage === 'file'),
    agency: upload.identity?.agency ?? null,
    report: own.report,
    findings: own.findings,
    origin: {
      ...(upload.modified && { modified: upload.modified }),
      cells: Object.fromEntries(upload.report ? figureCells(upload.report, upload.places) : []),
    },
  };
}

/** The upload with the name under which its file came; of what is no workbook it may say what it is. */
export const called = (upload: ReadUpload, file: string | null): ReadUpload =>
  file === null ? upload : { ...upload, findings: namedCompanion(upload.findings, file), origin: { ...upload.origin, file } };

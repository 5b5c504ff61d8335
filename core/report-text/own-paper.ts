import { formatDate } from '../format.ts';
import type { Agency } from '../plan/agency.ts';
import { periodName } from '../wording/period-names.ts';
import type { OfficialTable } from './official-table.ts';
import { type OwnReport, ownIndicatorTable, ownTaskTable } from './own-tables.ts';
import { addressLine, ownReportHead, type PaperHead, REPORT_TITLE } from './paper-head.ts';
import { filledTemplate } from './template.ts';
import { periodFields, REPORT_TEMPLATES } from './templates.ts';
import type { TextPart } from './text-part.ts';

/** What stands on each page of a report that nobody has received: it must not pass for one that was sent. */
export const PREVIEW_MARK = 'BẢN XEM TRƯỚC – chưa gửi';

/** A table of an agency's report below its title. */
export interface TitledTable {
  readonly title: string;
  readonly table: OfficialTable;
}

/** An agency's own report as it is signed (plan, V.1), from its letterhead to its signature; a table without a line is left out. */
export interface OwnPaper {
  readonly head: PaperHead;
  readonly title: string;
  readonly abstract: string;
  /** "Kính gửi: …". */
  readonly addressed: string;
  readonly opening: readonly TextPart[];
  readonly tables: readonly TitledTable[];
  readonly closing: string;
}

/** The content of an agency's own report: the .docx and the page that shows it before it is sent are both made from it. */
export function ownPaper(report: OwnReport): OwnPaper {
  const { plan, period } = report.obligations;
  const head = ownReportHead(agencyOf(report), plan);
  const tables = [
    { title: 'I. Kết quả thực hiện chỉ tiêu', table: ownIndicatorTable(report) },
    { title: 'II. Kết quả thực hiện nhiệm vụ, giải pháp', table: ownTaskTable(report) },
  ];
  return {
    head,
    title: REPORT_TITLE,
    abstract: `Kết quả thực hiện ${plan.title} ${periodName(period)}`,
    addressed: addressLine(head.addressees),
    opening: filledTemplate(REPORT_TEMPLATES.opening.text, {
      plan: plan.title,
      number: plan.number,
      date: formatDate(plan.date),
      issuer: head.issuerInText,
      ...periodFields(period),
    }),
    tables: tables.filter(({ table }) => table.lines.length > 0),
    closing: `${head.issuerInText} báo cáo ${head.addressees.join('; ')} tổng hợp./.`,
  };
}

function agencyOf({ obligations, agency: id }: OwnReport): Agency {
  const agency = obligations.agency.get(id);
  if (!agency) throw new Error(`[document] "${id}": no agency of the period`);
  return agency;
}

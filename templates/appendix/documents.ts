import { clipText } from '../../core/clip-text.ts';
import { formatCount, formatDate } from '../../core/format.ts';
import type { RowId } from '../../core/plan.ts';
import type { TaskEntry } from '../../core/report.ts';
import { squash } from '../../core/text.ts';
import type { AppendixRequest } from './appendix-request.ts';

const MOST_NAMED = 3;
const LONGEST = 160;

/** What a task's agencies say that they issued: each document where it is a few, their number where it is many; null where none. */
export function documentsOf({ obligations, received }: AppendixRequest): (task: RowId) => string | null {
  const reports = new Map(received.map(({ report }) => [report.agency, report]));
  return (task) => {
    const leads = [...(obligations.leads.get(task) ?? []), ...(obligations.optionalLeads.get(task) ?? [])];
    const entries = leads.flatMap((agency) => reports.get(agency)?.tasks[task] ?? []);
    const documents = entries.map(documentText).filter((text) => text !== '');
    if (documents.length === 0) return null;
    if (documents.length > MOST_NAMED) return `${formatCount(documents.length)} đơn vị nêu văn bản, sản phẩm`;
    return documents.join('\n');
  };
}

/** "123/QĐ-UBND ngày 05/11/2026: Ban hành …". */
function documentText({ document, issuedOn, summary }: TaskEntry): string {
  const named = [squash(document ?? ''), issuedOn ? `ngày ${formatDate(issuedOn)}` : ''].filter((part) => part !== '').join(' ');
  return clip([named, squash(summary ?? '')].filter((part) => part !== '').join(': '));
}

function clip(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = clipText(text, LONGEST);
  return `${clipText(cut, Math.max(cut.lastIndexOf(' '), LONGEST - 40))}…`;
}

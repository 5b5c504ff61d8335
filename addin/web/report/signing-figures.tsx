import { obligationsOf } from '../../../core/plan/obligations.ts';
import type { Report } from '../../../core/report.ts';
import type { OfficialTable } from '../../../core/report-text/official-table.ts';
import { ownPaper } from '../../../core/report-text/own-paper.ts';
import { NAME_OPEN, signerLine } from '../../../core/report-text/paper-head.ts';
import { plainWords } from '../../../core/report-text/text-part.ts';
import type { AgencyPeriod } from './agency-period.ts';

/** Columns of the report that the sheet has room for: number, name, what was reported. */
const SHOWN: readonly string[] = ['tt', 'name', 'result', 'status'];
/** More rows than these stand in smaller letters, a line each, so that one A4 page holds them. */
const MOST_ROOMY = 20;

interface Props {
  readonly report: Report;
  readonly place: Pick<AgencyPeriod, 'ground' | 'agency'>;
  readonly preparedBy: string;
}

/**
 * *Phiếu trình ký*: below the receipt, on the same page of paper, every figure that was received, and room for who drew it up and who
 * signs.
 */
export function SigningFigures({ report, place: { ground, agency }, preparedBy }: Props) {
  const { plan, agencies, period } = ground;
  const { head, tables } = ownPaper({ obligations: obligationsOf(plan, agencies, period.period), agency, report });
  const rows = tables.reduce((sum, { table }) => sum + table.lines.length, 0);
  return (
    <div class={`signing print-only${rows > MOST_ROOMY ? ' dense' : ''}`}>
      {tables.map(({ title, table }) => (
        <Figures key={title} title={title} table={table} />
      ))}
      <div class="signing-hands">
        <p>
          <strong>NGƯỜI LẬP BIỂU</strong>
          <span>{preparedBy || NAME_OPEN}</span>
        </p>
        <p>
          {head.signer.map((line) => (
            <strong key={line}>{line}</strong>
          ))}
          <span>{signerLine(head)}</span>
        </p>
      </div>
    </div>
  );
}

function Figures({ title, table: { columns, lines } }: { readonly title: string; readonly table: OfficialTable }) {
  const shown = columns.flatMap(({ key }, k) => (SHOWN.includes(key) ? [k] : []));
  return (
    <table>
      <caption>{title}</caption>
      <tbody>
        {lines.map((line) =>
          'heading' in line ? null : (
            <tr key={line.row}>
              {shown.map((k) => (
                <td key={k}>
                  <div>{plainWords(line.cells[k] ?? [])}</div>
                </td>
              ))}
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

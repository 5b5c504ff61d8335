import { MOTTO, NATION } from '../../../../core/report-text/nation.ts';
import type { OfficialTable } from '../../../../core/report-text/official-table.ts';
import { type OwnPaper, PREVIEW_MARK } from '../../../../core/report-text/own-paper.ts';
import { namePieces, RECIPIENTS, recipientLines, signerLine } from '../../../../core/report-text/paper-head.ts';
import { plainWords } from '../../../../core/report-text/text-part.ts';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import './paper.css';

/** An agency's report as it would be signed, marked as one that is not sent; it prints on A4, alone. */
export const PaperView = ({ paper }: { readonly paper: OwnPaper }) => (
  <article class="own-paper" aria-label={PREVIEW_MARK}>
    <p class="paper-mark">{PREVIEW_MARK}</p>
    <Letterhead paper={paper} />
    <p class="centred strong paper-title">{paper.title}</p>
    <p class="centred strong">{paper.abstract}</p>
    <p class="centred">{paper.addressed}</p>
    <p class="running">{plainWords(paper.opening)}</p>
    {paper.tables.map(({ title, table }) => (
      <div key={title}>
        <p class="strong running paper-heading">{title}</p>
        <PaperTable title={title} table={table} />
      </div>
    ))}
    <p class="running">{paper.closing}</p>
    <Signature paper={paper} />
  </article>
);

const Letterhead = ({ paper: { head } }: { readonly paper: OwnPaper }) => (
  <div class="paper-sides">
    <div>
      {head.governs && <Name of={head.governs} />}
      <Name of={head.issuer} look="strong" />
      <p>{head.number}</p>
    </div>
    <div>
      <p class="strong paper-nation">{NATION}</p>
      <p class="strong paper-motto">{MOTTO}</p>
      <p class="slanted">{head.placeAndDate}</p>
    </div>
  </div>
);

const Name = ({ of, look }: { readonly of: string; readonly look?: 'strong' }) => (
  <p class={look}>
    {namePieces(of).map((piece, k, pieces) => (
      <span key={piece} class={pieces.length > 1 ? 'unbroken' : undefined}>
        {piece}
        {k < pieces.length - 1 && ' '}
      </span>
    ))}
  </p>
);

const PaperTable = ({ title, table: { columns, lines } }: { readonly title: string; readonly table: OfficialTable }) => (
  <ScrollBox label={title}>
    <table>
      <thead>
        <tr>
          {columns.map(({ key, header }) => (
            <th key={key} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) =>
          'heading' in line ? (
            <tr key={`${line.heading.tt} ${line.heading.title}`}>
              <td class="strong">{line.heading.tt}</td>
              <td class="strong" colSpan={columns.length - 1}>
                {line.heading.title}
              </td>
            </tr>
          ) : (
            <tr key={line.row}>
              {columns.map(({ key, align, weight }, k) => (
                <td key={key} class={`${align === 'centre' ? 'centred' : ''} ${weight === 'bold' ? 'strong' : ''}`}>
                  {plainWords(line.cells[k] ?? [])}
                </td>
              ))}
            </tr>
          ),
        )}
      </tbody>
    </table>
  </ScrollBox>
);

const Signature = ({ paper: { head } }: { readonly paper: OwnPaper }) => (
  <div class="paper-sides paper-end">
    <div class="paper-recipients">
      <p class="strong slanted">{RECIPIENTS}</p>
      {recipientLines(head).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
    <div>
      {head.signer.map((line) => (
        <p key={line} class="strong">
          {line}
        </p>
      ))}
      <p class="strong paper-name">{signerLine(head)}</p>
    </div>
  </div>
);

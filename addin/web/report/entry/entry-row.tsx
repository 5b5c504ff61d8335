import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { ShownRemark } from '../../../../contract/report-envelope.ts';
import { isBlankRow } from '../../../../core/entering/typed-rows.ts';
import { inputsOf } from '../../../../core/form/row-inputs.ts';
import type { Field } from '../../../../core/layout.ts';
import { clearHeader } from '../../../../core/tables/clear-header.ts';
import type { InputColumn } from '../../../../core/tables/column.ts';
import { displayedValue } from '../../../../core/tables/inputs.ts';
import { AskFirst } from '../../../ui/ask-first.tsx';
import { entryOf, type OwnRow, rateLine } from '../own-tables.ts';
import { EntryField } from './entry-field.tsx';
import { FieldFindings } from './field-findings.tsx';
import { fieldId, focusRow, rowHeadingId } from './focus.ts';
import { type EntryFinding, findingsOfRow } from './judge.ts';
import type { Entering } from './use-entry.ts';

interface Props {
  readonly row: OwnRow;
  readonly entry: Entering;
  /** "Kỳ 2025: 90/100"; null where nothing is known. */
  readonly lastFigure: string | null;
  /** With what the row was returned. */
  readonly remark: ShownRemark | null;
}

/** One row to fill in: what the plan asks, last period's figure, the fields, what is found in them. */
export function EntryRow({ row, entry, lastFigure, remark }: Props) {
  const { id } = row;
  const said = entryOf(entry.judged.reading.report, id);
  const typed = entry.typed[id] ?? {};
  const all = findingsOfRow(entry.judged.findings, id, entry.typed);
  const inputs = inputsOf(row.shape);
  const shown = all.filter((one) => entry.isLeft(id, one.field));
  const inField = (field: Field) => shown.filter((one) => one.field === field);
  const elsewhere = shown.filter((one) => !inputs.some(({ field }) => field === one.field));
  const rate = rateLine(row, said);
  const onFix = (finding: EntryFinding, offer: number): void => {
    const fix = finding.fixes[offer];
    if (fix) entry.fix(fix);
    document.getElementById(fieldId(id, finding.field ?? ''))?.focus();
  };
  const field = (column: InputColumn<Field>) => (
    <EntryField
      key={column.field}
      row={row}
      column={column}
      text={typed[column.field] ?? ''}
      understood={displayedValue(said, column)}
      findings={inField(column.field)}
      onText={(text) => entry.type(id, column.field, text)}
      onLeave={() => entry.leave(id, column.field)}
      onFix={onFix}
    />
  );
  const asides = inputs.filter(isAside);
  const isOpen = asides.some((column) => typed[column.field] !== undefined || inField(column.field).length > 0) || remark !== null;
  return (
    <section
      class="entry-row"
      aria-labelledby={rowHeadingId(id)}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) entry.leave(id, null);
      }}
    >
      <h4 id={rowHeadingId(id)} tabIndex={-1}>
        <span class="cited">{row.cited}</span> {row.name} <Mark row={row} entry={entry} shown={shown} />
      </h4>
      {remark && (
        <div class="notice warning">
          <span class="sign" aria-hidden="true">
            ▲
          </span>
          <p>
            <strong>Ý kiến khi trả lại:</strong> {remark.text}
          </p>
        </div>
      )}
      <PlanTexts row={row} lastFigure={lastFigure} />
      <div class="entry-fields">{inputs.filter((column) => !isAside(column)).map(field)}</div>
      {rate && (
        <p class="rate">
          {rate.header}: <strong>{rate.text}</strong>
        </p>
      )}
      <FieldFindings id={`${rowHeadingId(id)}-loi`} findings={elsewhere} onFix={onFix} />
      <Aside title={asides.map(({ header }) => header).join(', ')} isOpen={isOpen}>
        <div class="entry-fields">{asides.map(field)}</div>
      </Aside>
      {!isBlankRow(typed) && (
        <AskFirst
          word={`Xóa nội dung dòng ${row.cited}`}
          class="link"
          onSure={() => {
            entry.clear(id);
            focusRow(id);
          }}
        >
          Nội dung đã nhập ở dòng {row.cited} sẽ mất, không lấy lại được.
        </AskFirst>
      )}
    </section>
  );
}

/** Reasons and remarks that any row may have: most rows do without. */
const isAside = ({ part, openIn }: InputColumn): boolean => (part === 'reason' || part === 'remark') && openIn === 'every-row';

function Aside({ title, isOpen, children }: { readonly title: string; readonly isOpen: boolean; readonly children: ComponentChildren }) {
  // Once open it stays open: what was just read must not go from under the hand.
  const wasOpen = useRef(false);
  wasOpen.current ||= isOpen;
  if (title === '') return null;
  return (
    <details open={wasOpen.current}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** How the row stands, in a word. */
function Mark({ row, entry, shown }: { readonly row: OwnRow; readonly entry: Entering; readonly shown: readonly EntryFinding[] }) {
  if (shown.some(({ severity }) => severity === 'error')) return <span class="badge missed">✕ Có lỗi</span>;
  if (entryOf(entry.judged.reading.report, row.id) !== undefined) return <span class="badge met">✓ Đã nhập</span>;
  return row.shape.owed === 'perhaps' ? <span class="badge missing">– Không bắt buộc</span> : null;
}

const NAMED = new Set(['tt', 'name']);

/** What the plan says of the row: how it is counted stands open, with last period's figure below; the rest opens. */
function PlanTexts({ row: { layout, texts }, lastFigure }: Pick<Props, 'row' | 'lastFigure'>) {
  const told = layout.columns.flatMap((column) => {
    const text = texts[column.field];
    return column.role === 'plan' && text !== undefined && !NAMED.has(column.field) ? [{ ...column, text }] : [];
  });
  const [open, closed] = [told.filter(({ lastFigure }) => lastFigure === 'below'), told.filter(({ lastFigure }) => lastFigure !== 'below')];
  return (
    <>
      {open.map(({ field, text }) => (
        <p key={field} class="method">
          {text}
        </p>
      ))}
      {lastFigure && <p class="last-figure">{lastFigure}</p>}
      {closed.length > 0 && (
        <details>
          <summary>Nội dung của kế hoạch</summary>
          <dl class="facts">
            {closed.map(({ field, header, appendix, text }) => (
              <div key={field}>
                <dt>{appendix === 'none' ? header : clearHeader(header, appendix.meaning)}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

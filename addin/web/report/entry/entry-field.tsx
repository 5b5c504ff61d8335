import type { InputRule } from '../../../../core/form/input-rule.ts';
import { inputRuleOf } from '../../../../core/form/row-inputs.ts';
import type { Field } from '../../../../core/layout.ts';
import type { InputColumn } from '../../../../core/tables/column.ts';
import { isBlankText } from '../../../../core/text.ts';
import type { OwnRow } from '../own-tables.ts';
import { type ControlProps, Line, Radios, Select, Texts } from './controls.tsx';
import { FieldFindings } from './field-findings.tsx';
import { fieldId } from './focus.ts';
import type { EntryFinding } from './judge.ts';

/** More words than these stand in a list that opens. */
const MOST_BESIDE = 3;

interface Props {
  readonly row: OwnRow;
  readonly column: InputColumn<Field>;
  /** As it was typed. */
  readonly text: string;
  /** As it was understood; empty where it says nothing. */
  readonly understood: string;
  readonly findings: readonly EntryFinding[];
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
  readonly onFix: (finding: EntryFinding, offer: number) => void;
}

/** A field with its real label, what it takes, and what is found in it. */
export function EntryField({ row, column, text, understood, findings, onText, onLeave, onFix }: Props) {
  const id = fieldId(row.id, column.field);
  const rule = inputRuleOf(column, row.shape);
  const echo = echoOf(text, understood, column);
  const hint = hintOf(rule);
  const describedBy = [hint && `${id}-cach`, echo && `${id}-hieu`, findings.length > 0 && `${id}-loi`].filter(Boolean).join(' ');
  const control: ControlProps = {
    id,
    label: column.header,
    text: isBlankText(text) && column.part === 'state' ? understood : text,
    isWrong: findings.some(({ severity }) => severity === 'error'),
    describedBy: describedBy === '' ? undefined : describedBy,
    onText,
    onLeave,
  };
  // What is said stands below the whole line of fields, so that none moves when it comes.
  return (
    <>
      <div class="entry-field">
        {controlOf(rule, column, control)}
        {hint && (
          <p id={`${id}-cach`} class="quiet">
            {hint}
          </p>
        )}
        {echo && (
          <p id={`${id}-hieu`} class="quiet">
            Hiểu là {echo}
          </p>
        )}
      </div>
      <FieldFindings id={`${id}-loi`} findings={findings} onFix={onFix} />
    </>
  );
}

function controlOf(rule: InputRule | 'none', { valueKind }: InputColumn, control: ControlProps) {
  if (rule === 'none') return valueKind.isFreeText ? <Texts {...control} /> : <Line {...control} keyboard="text" />;
  switch (rule.kind) {
    case 'list':
      return rule.words.length > MOST_BESIDE ? <Select {...control} words={rule.words} /> : <Radios {...control} words={rule.words} />;
    case 'whole':
      return <Line {...control} keyboard="numeric" />;
    case 'decimal':
      // keyboards of figures alone have no minus
      return <Line {...control} keyboard={rule.least < 0 ? 'text' : 'decimal'} />;
    case 'day':
      return <Line {...control} keyboard="text" />;
  }
}

/** What the form says where such a cell is chosen, where that is not known from the row's method. */
const hintOf = (rule: InputRule | 'none'): string | null =>
  rule !== 'none' && (rule.kind === 'decimal' || rule.kind === 'day') ? rule.prompt : null;

/** "1.234" beside "1234": said where a number or a day was not typed as it is shown everywhere else. */
const echoOf = (text: string, understood: string, { valueKind, part }: InputColumn): string | null =>
  valueKind.isFreeText || part === 'state' || understood === '' || understood === text.trim() ? null : understood;

import type { InputRule } from '../form/input-rule.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { Obligations } from '../plan/obligations.ts';
import type { FieldValue, ValueKind } from './value-kind.ts';

/** Stands for a member that a column does without: nothing is left out, so that nothing is forgotten. */
export type None = 'none';

/** What every column of a table of the plan says of itself. */
interface AnyColumn<F extends string> {
  readonly field: F;
  /** By this text the column is found in a workbook, and people know it by it. */
  readonly header: string;
  /** In the form, in Excel's units: those that are printed must let A4 landscape hold the table at 9 points or more. */
  readonly width: number;
  /** Where its texts stand in the cells of form and appendix. */
  readonly align: 'left' | 'centre' | 'right';
  /**
   * The number format of the form's cells; with none numbers are shown as they are typed, under `@` anything typed stays the text it is.
   */
  readonly format: 'none' | '@' | '0%' | '0.00%' | 'dd/mm/yyyy';
  /** Where panels beside a table show it. */
  readonly panel: OwnLine | SameLine | None;
}

/** A line of a panel: `blank` is said where the column says nothing. */
interface OwnLine {
  readonly label: string;
  readonly blank: string;
  readonly screens: readonly Screen[];
}

/** Goes on in the line of the column before, behind a separator. */
interface SameLine {
  readonly separator: string;
}

export type Screen = 'desk' | 'pane';

/**
 * What a text of the plan may hang on: the agencies' names, what all are called together, and in whose form it stands (null: in nobody's
 * own).
 */
export interface TextContext extends Pick<Obligations, 'agency'> {
  readonly whole: string;
  readonly reporter: AgencyId | null;
}

/** A text of the plan, or the key by which rows are found: locked in the form. */
export interface PlanColumn<F extends string = string, Row = never> extends AnyColumn<F> {
  readonly role: 'key' | 'plan';
  /**
   * Whether the plan's own tables head it, each in its own words (the header here is the usual one); one that a table does not head is not
   * in it.
   */
  readonly headed: 'by-plan' | 'here';
  /** What stands there; null where the plan says nothing. */
  readonly text: (row: Row, context: TextContext) => string | null;
  /** What is said at its header, as a note, to whoever fills in a form. */
  readonly note: { readonly text: (header: string) => string } | None;
  /** Whether an agency's form names its figure of the last period below the text; the reader passes over it. */
  readonly lastFigure: 'below' | None;
  /** The official table shows it under its header, and with this behind where the header does not say it. */
  readonly appendix: { readonly meaning: string } | None;
}

/**
 * What an input is for its row: its `state`, without which there is no entry; an `answer` (a figure, a product: it calls for a state, and
 * a new form may begin with it); the `reason` that some findings ask for; or a `remark`.
 */
export type InputPart = 'state' | 'answer' | 'reason' | 'remark';

/** What an agency fills in. */
export interface InputColumn<
  F extends string = string,
  T extends FieldValue = FieldValue,
  P extends InputPart = InputPart,
  M extends InMatrix | None = InMatrix | None,
> extends AnyColumn<F> {
  readonly role: 'input';
  readonly part: P;
  /**
   * Where it is open; a row of whose figure it is no part has it locked and empty. `tables-that-ask`: a table without such a row has no
   * such column.
   */
  readonly openIn: 'every-row' | 'rows-of-its-figure' | 'tables-that-ask';
  /** How it is read, stored, compared, filled into a form and told. */
  readonly valueKind: ValueKind<T>;
  /** What a cell may hold, as the spreadsheet program itself checks it. */
  readonly inputRule: InputRule | 'by-row-shape' | None;
  readonly appendix: InputInAppendix | None;
  /** Whether a cell of the matrix holds it. */
  readonly inMatrix: M;
}

/**
 * What a cell of the matrix holds of an input: `whenReported` says whether only beside a figure (what stands in the figure's columns
 * otherwise counts for nothing), `sources` how the list of sources behind the appendix shows it.
 */
export interface InMatrix {
  readonly whenReported: boolean;
  readonly sources: { readonly width: number; readonly shows: 'count' | 'word' | 'text' | 'day' } | None;
}

/**
 * The official table shows the `answers` of agencies; or the column is a part of the `document` that each names: `prefix` always stands
 * before it, `separator` where another part precedes it; `alone`: in brief it stands only where no other part does.
 */
type InputInAppendix =
  | { readonly shows: 'answers' }
  | { readonly shows: 'document'; readonly separator: string; readonly prefix: string; readonly inBrief: 'always' | 'alone' };

/** A live formula over the row's own cells: the rate, or what the checks say. */
export interface DerivedColumn<F extends string = string> extends AnyColumn<F> {
  readonly role: 'derived';
  readonly formula: 'rate' | 'check';
  /** The official tables have results and verdicts of their own. */
  readonly appendix: None;
}

/** A column of a table of the plan: this one value is all that form, reader, diff, fixes, appendix, desk and pane know of it. */
export type TableColumn<F extends string = string> = PlanColumn<F> | InputColumn<F> | DerivedColumn<F>;

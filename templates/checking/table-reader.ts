import { VERDICT_FIELD } from '../../core/report-text/text-part.ts';
import { toNfc } from '../../core/text.ts';
import { attributeOf, type Scan } from '../../xlsx/read/xml/scan.ts';
import { WORD_ATTRIBUTE, WORD_ELEMENT } from './document-words.ts';
import { MOST_COVERED } from './most-covered.ts';
import type { PrintedRow } from './printed-document.ts';

/** A row while it is read. */
interface OpenRow {
  readonly cells: string[];
  readonly names: string[][];
}

/** What a row and a cell take up beside their text, in letters. */
const [ROW_WEIGHT, CELL_WEIGHT] = [50, 20];
/** Of a table that holds no row of the plan, in letters. */
const MOST_OF_OTHERS = 400_000;

/** Keeps the tables that hold rows of the plan; of others, which may be very long, those that are not. */
export function tableReader() {
  const kept: OpenRow[][] = [];
  const others: OpenRow[][] = [];
  let table: OpenRow[] | null = null;
  let [inTable, inKept] = [0, 0];
  const longTables: OpenRow[] = [];
  let ofPlan = false;
  const fits = () => inKept + inTable <= MOST_COVERED;
  const row = () => table?.at(-1);
  /** Whether there is room for so much more; a table that finds none is none of ours, or the document holds too much. */
  const takes = (weight: number): boolean => {
    inTable += weight;
    return fits();
  };
  const addTo = ({ cells }: OpenRow, text: string): void => {
    if (takes(text.length)) cells.push(`${cells.pop() ?? ''}${text}`);
  };
  return {
    opened(scan: Scan): void {
      if (scan.node === WORD_ELEMENT.table) {
        table = [];
        [inTable, ofPlan] = [0, false];
      } else if (scan.node === WORD_ELEMENT.row) {
        if (table && takes(ROW_WEIGHT)) table.push({ cells: [], names: [] });
      } else if (scan.node === WORD_ELEMENT.cell) {
        if (table && takes(CELL_WEIGHT)) {
          row()?.cells.push('');
          row()?.names.push([]);
        }
      } else if (scan.node === WORD_ELEMENT.paragraph) {
        const last = row();
        if (last?.cells.at(-1)) addTo(last, '\n');
      } else if (scan.node === WORD_ELEMENT.start) {
        const name = attributeOf(scan, WORD_ATTRIBUTE.name) ?? '';
        row()?.names.at(-1)?.push(name);
        ofPlan ||= table !== null && name.includes(VERDICT_FIELD);
      }
    },
    add(text: string): void {
      const last = row();
      if (last && last.cells.length > 0) addTo(last, text);
    },
    closed(node: number): void {
      if (node !== WORD_ELEMENT.table) return;
      if (table && (ofPlan || (fits() && inTable <= MOST_OF_OTHERS))) {
        (ofPlan ? kept : others).push(table);
        inKept += inTable;
      } else longTables.push(...(table?.slice(0, 1) ?? []));
      table = null;
      inTable = 0;
    },
    isTooMuch: () => inKept > MOST_COVERED || (table !== null && ofPlan && !fits()),
    isInside: () => table !== null,
    read: (): { readonly tables: PrintedRow[][]; readonly others: PrintedRow[][]; readonly longTables: PrintedRow[] } => ({
      tables: kept.map(printedRows),
      others: others.map(printedRows),
      longTables: printedRows(longTables),
    }),
  };
}

const printedRows = (rows: readonly OpenRow[]): PrintedRow[] => rows.map(({ cells, names }) => ({ cells: cells.map(toNfc), names }));

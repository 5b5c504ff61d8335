import excel from 'exceljs';

/** A file as exceljs has it, to be changed and written again. */
export async function loadedBook(bytes: Uint8Array): Promise<excel.Workbook> {
  const book = new excel.Workbook();
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]); // declared as a Buffer of an older Node
  const [first] = book.worksheets;
  if (first) compareQuickly(first);
  return book;
}

interface Columns {
  readonly style: object;
  readonly width: number;
  readonly hidden: boolean;
  readonly outlineLevel: number;
  equivalentTo(other: Columns): boolean;
}

let isQuick = false;

/** When it writes, exceljs compares the styles of 16,384 columns a sheet member by member, also where it is the same object. */
function compareQuickly(sheet: excel.Worksheet): void {
  if (isQuick) return;
  isQuick = true;
  const columns = Object.getPrototypeOf(sheet.getColumn(1)) as Columns; // not in its types
  const { equivalentTo } = columns;
  columns.equivalentTo = function (other) {
    const { style, width, hidden, outlineLevel } = this;
    if (style !== other.style) return equivalentTo.call(this, other);
    return width === other.width && hidden === other.hidden && outlineLevel === other.outlineLevel;
  };
}

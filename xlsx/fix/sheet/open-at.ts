import { areaOfAddress } from '../../../core/address.ts';
import type { NamedCell } from '../../../core/fixing/workbook-fix.ts';
import { columnLetters } from '../../../core/grid.ts';
import type { WorkbookPackage } from '../../read/package/open-package.ts';
import type { PackageEdit } from '../package/package-edit.ts';
import type { Splice } from '../xml/splice.ts';
import { withAttributes } from '../xml/tag.ts';
import { bytesOfTree, childOf, insertInto, type Tree, tagOf, treeOf, type XmlElement } from '../xml/tree.ts';
import { partOfSheet } from './fix-sheet.ts';

/** What the format has behind the views (ECMA-376-1, CT_Worksheet and CT_Workbook). */
const BEHIND_SHEET_VIEWS: ReadonlySet<string> = new Set(['sheetFormatPr', 'cols', 'sheetData']);
const BEHIND_BOOK_VIEWS: ReadonlySet<string> = new Set(['sheets']);

/** Has a workbook open at a cell: its sheet in front, the cell chosen and in view. A sheet that is no plain XML stays as it was. */
export function openAt(fixed: PackageEdit, opened: WorkbookPackage, { sheet: title, cell }: NamedCell): void {
  const index = opened.workbook.sheets.findIndex((one) => one.title === title);
  if (index < 0 || !partOfSheet(opened, title)) return;
  for (const one of opened.workbook.sheets) {
    const part = partOfSheet(opened, one.title);
    const tree = part && changedTree(fixed, part);
    if (!part || !tree) continue;
    const splices = one.title === title ? viewAt(tree, cell) : viewBehind(tree);
    if (splices.length > 0) fixed.change(part, bytesOfTree(tree, splices));
  }
  const book = changedTree(fixed, opened.part);
  if (book) fixed.change(opened.part, bytesOfTree(book, bookAt(book, index)));
}

function changedTree(fixed: PackageEdit, part: string): Tree | null {
  const content = fixed.read(part);
  return content && treeOf(content);
}

const viewsOf = ({ root }: Tree): readonly XmlElement[] => childOf(root, 'sheetViews')?.children ?? [];

const retagged = (tree: Tree, element: XmlElement, attributes: Readonly<Record<string, string | undefined>>): Splice => ({
  start: element.start,
  end: element.tagEnd,
  text: withAttributes(tagOf(tree, element), attributes),
});

/** The other sheets are not chosen beside it: what is typed would go into all of them. */
const viewBehind = (tree: Tree): Splice[] =>
  viewsOf(tree)
    .filter(({ attributes }) => attributes.has('tabSelected'))
    .map((view) => retagged(tree, view, { tabSelected: undefined }));

function viewAt(tree: Tree, cell: string): Splice[] {
  const { root } = tree;
  const chosen = { activeCell: cell, sqref: cell, activeCellId: undefined };
  const [view] = viewsOf(tree);
  const selection = (prefix: string): string => `<${prefix}selection activeCell="${cell}" sqref="${cell}"/>`;
  if (!view || view.empty) {
    if (childOf(root, 'sheetViews')) return view ? [retagged(tree, view, { tabSelected: '1' })] : [];
    const { prefix } = root;
    const text = `<${prefix}sheetViews><${prefix}sheetView tabSelected="1" workbookViewId="0">${selection(prefix)}</${prefix}sheetView></${prefix}sheetViews>`;
    return [insertInto(tree, root, BEHIND_SHEET_VIEWS, text)];
  }
  const pane = childOf(view, 'pane');
  const selections = view.children.filter(({ name }) => name === 'selection');
  const inView = pane ? { tabSelected: '1' } : { tabSelected: '1', topLeftCell: scrolledTo(cell, view) };
  return [
    retagged(tree, view, inView),
    ...(pane ? [retagged(tree, pane, { topLeftCell: scrolledTo(cell, pane) })] : []),
    ...selections.map((one) => retagged(tree, one, chosen)),
    ...(selections.length === 0 ? [{ start: view.contentEnd, end: view.contentEnd, text: selection(view.prefix) }] : []),
  ];
}

/** Scrolled down to the row of the cell; sideways as it was. */
function scrolledTo(cell: string, { attributes }: XmlElement): string {
  const { top: row } = areaOfAddress(cell) ?? { top: 1 };
  const before = areaOfAddress(attributes.get('topLeftCell') ?? 'A1');
  return `${columnLetters(before?.left ?? 1)}${row}`;
}

function bookAt(tree: Tree, index: number): Splice[] {
  const { root } = tree;
  const [view] = childOf(root, 'bookViews')?.children ?? [];
  if (view) return [retagged(tree, view, { activeTab: String(index), firstSheet: undefined })];
  const text = `<${root.prefix}bookViews><${root.prefix}workbookView activeTab="${index}"/></${root.prefix}bookViews>`;
  return childOf(root, 'bookViews') ? [] : [insertInto(tree, root, BEHIND_BOOK_VIEWS, text)];
}

import type { Screen, TableColumn } from '../../core/tables/column.ts';

/** A line of a panel: what a column says, and what is said where it says nothing. */
export interface PanelLine {
  readonly field: string;
  readonly label: string;
  readonly text: string;
  readonly blank: string;
}

/** What a panel on a screen says of a row, column by column; `textOf` gives an empty text where there is none. */
export function panelLines<C extends TableColumn>(columns: readonly C[], screen: Screen, textOf: (column: C) => string): PanelLine[] {
  const lines: PanelLine[] = [];
  let isShown = false;
  for (const column of columns) {
    const { field, panel } = column;
    if (panel === 'none') continue;
    if ('label' in panel) {
      isShown = panel.screens.includes(screen);
      if (isShown) lines.push({ field, label: panel.label, text: textOf(column), blank: panel.blank });
      continue;
    }
    const [begun, text] = [isShown ? lines.pop() : undefined, textOf(column)];
    if (begun) lines.push({ ...begun, text: [begun.text, text].filter((part) => part !== '').join(panel.separator) });
  }
  return lines;
}

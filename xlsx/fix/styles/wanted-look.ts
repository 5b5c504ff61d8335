import type { CellMark } from '../../../core/fixing/workbook-fix.ts';
import type { Content } from '../sheet/content.ts';

/** How a cell is to look: like the style that it has, but for this. */
export interface WantedLook {
  /** What it holds now, undefined where that stays. */
  readonly content: Content | undefined;
  /** The ground of its mark. */
  readonly mark: CellMark['kind'] | null;
}

/** Grounds of the marks, as everywhere: what was fixed is green, an error red, a warning amber. */
export const MARK_FILL = { fixed: 'FFD5EDDC', error: 'FFF9D3CF', warning: 'FFFFE3A3' } as const satisfies Record<CellMark['kind'], string>;

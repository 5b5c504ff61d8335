import { ANNEX_MARGIN } from '../style/page.ts';

/** Sizes in points (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export const PAPER_SIZE = { body: 14, letterhead: 13, nation: 12, recipients: 11, table: 10, pageNumber: 13 } as const;

const TWIPS_PER_MM = 1440 / 25.4;

/** Millimetres in twentieths of a point, as the format counts. */
export const twips = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM);

/** A4 and the decree's margins in millimetres. */
export const A4_PAPER = { width: 210, height: 297 } as const;
export const PAPER_MARGIN = { top: 20, bottom: 20, left: 30, right: 15, header: 10, footer: 8 } as const;

/** Room between the margins of a page, in millimetres. */
export const TEXT_WIDTH = A4_PAPER.width - PAPER_MARGIN.left - PAPER_MARGIN.right;
export const WIDE_TEXT_WIDTH = A4_PAPER.height - ANNEX_MARGIN.left - ANNEX_MARGIN.right;

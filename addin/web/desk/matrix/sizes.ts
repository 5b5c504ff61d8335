export const CELL_WIDTH = 60;
export const ROW_HEIGHT = 52;
export const HEAD_HEIGHT = 128;

/** Room for the row's own head: on a phone it leaves some for the cells. */
export const headWidth = (width: number): number => (width < 560 ? 150 : width < 900 ? 260 : 420);

/** A length as a style wants it: Preact adds no unit. */
export const px = (length: number): string => `${length}px`;

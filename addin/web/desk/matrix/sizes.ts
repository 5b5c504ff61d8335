export const CELL_WIDTH = 60;
export const ROW_HEIGHT = 52;
export const HEAD_HEIGHT = 128;

/** Below this the row's head tells its result in short. */
export const NARROW = 640;

/** Room for the row's own head: on a phone it leaves some for the cells. */
export const headWidth = (width: number): number => (width < NARROW ? 150 : width < 1000 ? 340 : 420);

/** A length as a style wants it: Preact adds no unit. */
export const px = (length: number): string => `${length}px`;

export const CELL_WIDTH = 48;
export const HEAD_HEIGHT = 96;

/** Below this the row's head tells its result in short. */
export const NARROW = 640;

/** Whether this machine is worked with fingers, which need more room than a pointer (WCAG 2.5.5). */
const isForFingers = (): boolean => matchMedia('(pointer: coarse)').matches;

/**
 * Two lines: twelve rows and twenty agencies stand on a screen of 1366 × 768 with a mouse. On a phone a row's head needs three.
 */
export const gridRowHeight = (width: number): number => (width < NARROW ? 52 : isForFingers() ? 44 : 32);

/** Room for the row's own head: on a phone it leaves some for the cells. */
export const headWidth = (width: number): number => (width < NARROW ? 150 : width < 1600 ? 336 : 480);

/** A length as a style wants it: Preact adds no unit. */
export const px = (length: number): string => `${length}px`;

/**
 * A column's width as Excel.js wants it, in points, from its width in characters as Excel shows it (11 point Calibri: 7 pixels a digit).
 */
export const columnPoints = (characters: number): number => (characters * 7 + 5) * 0.75;

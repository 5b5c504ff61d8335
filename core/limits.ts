/** Figures above this are refused: sums over thousands of agencies must stay exact in JSON (2^53). */
export const MOST_COUNTED = 1_000_000_000_000;

/** Excel holds no longer text in a cell: UTF-16 units, in NFC. */
export const LONGEST_TEXT = 32_767;

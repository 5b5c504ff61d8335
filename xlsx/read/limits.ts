/** What a workbook may cost to read. A filled form takes a hundredth of each. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024;
export const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
export const MOST_CELLS = 2_000_000;
/** Merged areas between a sheet's first and last row with cells. */
export const MOST_MERGES = 250_000;
/** Entries of the zip. */
export const MOST_PARTS = 10_000;
/** UTF-8 bytes of one cell's text; Excel's own limit is 32,767 characters. */
export const MOST_TEXT_BYTES = 1024 * 1024;

/** What a workbook may cost to read. A filled form takes a hundredth of each. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024;
export const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
export const MOST_CELLS = 2_000_000;
/** Merged areas between a sheet's first and last row with cells. */
export const MOST_MERGES = 250_000;
/** Entries of the zip. */
export const MOST_PARTS = 10_000;
/**
 * UTF-8 bytes of one cell's text that are looked at; Excel's own limit is 32,767 characters. Each of these may be an escape (`_x0041_`)
 * all of whose seven signs are references of twenty bytes: what is longer than this is longer than that.
 */
export const MOST_TEXT_BYTES = 8 * 1024 * 1024;

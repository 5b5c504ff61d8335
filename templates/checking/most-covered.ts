/** Texts of some hundred kilobytes stand in a report of a plan of a thousand rows; a document that holds more, in letters, is none of ours. */
export const MOST_COVERED = 4_000_000;

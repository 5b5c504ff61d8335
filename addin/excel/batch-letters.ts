/** A batch stays under the 5 MB that Excel on the web takes: escaped Vietnamese is up to six bytes a letter. */
export const MOST_LETTERS_A_BATCH = 500_000;

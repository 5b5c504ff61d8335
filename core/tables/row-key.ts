/** The header of the column by which every table's rows are found. */
export const ROW_KEY_HEADER = 'Mã';

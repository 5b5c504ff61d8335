/** How the words of a form's table are set. */
export const FORM_TYPE = {
  /** The one typeface of official documents (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
  face: 'Times New Roman',
  /** In points: fitted to A4 landscape, tables print at 9 or more. */
  size: 11,
} as const;

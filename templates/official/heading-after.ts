const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** What an annex behind those of the plan is headed: "Biểu số 03" → "Biểu số 04"; a bare word where they are not counted. */
export function headingAfter(appendices: readonly { readonly heading: string }[]): string {
  const [, words = '', count = ''] = /^(.*\s)(\d+|[IVX]+)$/.exec(appendices.at(-1)?.heading ?? '') ?? [];
  const next = /\d/.test(count) ? String(Number(count) + 1).padStart(count.length, '0') : ROMAN[ROMAN.indexOf(count) + 1];
  return words === '' || next === undefined ? 'Phụ lục kèm theo' : words + next;
}

/** One format of a cell, with or without content of its own. */
const FORMAT = /<xf ([^>]*?)(?:\/>|>(.*?)<\/xf>)/gs;
const OPEN = '<protection locked="0"/>';
const LOCKED = '<protection locked="1"/>';

/**
 * Formats of a workbook whose sheets are protected: what is pasted or cleared takes the style Normal, in which it must be open or nobody
 * could type there again; every cell that is not to be typed into says so itself.
 */
export const lockedOneByOne = (styles: string): string =>
  styles
    .replace(/(<cellStyleXfs[^>]*>)(.*?)(<\/cellStyleXfs>)/s, (_, start: string, formats: string, end: string) =>
      [start, formats.replace(FORMAT, (_all, words: string, content = '') => `<xf ${words}>${content}${OPEN}</xf>`), end].join(''),
    )
    .replace(/(<cellXfs[^>]*>)(.*?)(<\/cellXfs>)/s, (_, start: string, formats: string, end: string) =>
      [start, formats.replace(FORMAT, lockedFormat), end].join(''),
    );

function lockedFormat(format: string, words: string, content = ''): string {
  if (content.includes('<protection ')) return format;
  return `<xf ${words.replace(/ applyProtection="1"/, '')} applyProtection="1">${content}${LOCKED}</xf>`;
}

const LAST_COLUMN = 16_384;

/** Cells that are not in the file look as their column does: so the columns behind the last one look as it does, too. */
export const lockedToTheEdge = (sheet: string): string =>
  sheet.replace(/<col min="\d+" max="(\d+)" [^>]*?(style="\d+")[^>]*?\/>(?=<\/cols>)/, (last, max: string, style: string) =>
    Number(max) < LAST_COLUMN ? `${last}<col min="${Number(max) + 1}" max="${LAST_COLUMN}" width="9.140625" ${style}/>` : last,
  );

const OPEN = '<protection locked="0"/>';
const LOCKED = '<protection locked="1"/>';

/**
 * Formats of a workbook whose sheets are protected: what is pasted or cleared takes the style Normal, in which it must be open or nobody
 * could type there again; every cell that is not to be typed into says so itself.
 */
export const lockedOneByOne = (styles: string): string =>
  eachFormat(eachFormat(styles, 'cellStyleXfs', openFormat), 'cellXfs', lockedFormat);

/** One format: its attributes and what stands in it. */
type ChangeFormat = (words: string, content: string) => string;

const openFormat: ChangeFormat = (words, content) => `<xf ${words}>${content}${OPEN}</xf>`;

const lockedFormat: ChangeFormat = (words, content) => {
  const protects = content.includes('<protection ');
  return `<xf ${words.replace(' applyProtection="1"', '')} applyProtection="1">${content}${protects ? '' : LOCKED}</xf>`;
};

function eachFormat(styles: string, list: string, change: ChangeFormat): string {
  const [from, to] = [styles.indexOf(`<${list} `), styles.indexOf(`</${list}>`)];
  const [start = '', ...formats] = styles.slice(from, to).split('<xf ');
  return styles.slice(0, from) + start + formats.map((format) => changed(format, change)).join('') + styles.slice(to);
}

function changed(format: string, change: ChangeFormat): string {
  const end = format.indexOf('>');
  return format[end - 1] === '/'
    ? change(format.slice(0, end - 1), '')
    : change(format.slice(0, end), format.slice(end + 1, -'</xf>'.length));
}

const LAST_COLUMN = 16_384;

/** Cells that are not in the file look as their column does: so the columns behind the last one look as it does, too. */
export const lockedToTheEdge = (sheet: string): string =>
  sheet.replace(/<col min="\d+" max="(\d+)" [^>]*?(style="\d+")[^>]*?\/>(?=<\/cols>)/, (last, max: string, style: string) =>
    Number(max) < LAST_COLUMN ? `${last}<col min="${Number(max) + 1}" max="${LAST_COLUMN}" width="9.140625" ${style}/>` : last,
  );

import { xmlText } from '../../core/xml-text.ts';
import type { Paper } from './sheet.ts';

/** Excel's last row and column, from 0: a break goes over the whole sheet. */
const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** Margins, paper, header and footer, page breaks, in the order that the format fixes. */
export function paperXml({ setup, headerFooter, rowBreaks, columnBreaks }: Paper): string {
  const { margins } = setup;
  const fit = setup.fitToPage ? ` fitToWidth="${setup.fitToWidth ?? 1}" fitToHeight="${setup.fitToHeight ?? 0}"` : '';
  return [
    setup.horizontalCentered ? '<printOptions horizontalCentered="1"/>' : '',
    margins
      ? `<pageMargins left="${inch(margins.left)}" right="${inch(margins.right)}" top="${inch(margins.top)}" bottom="${inch(margins.bottom)}" header="${inch(margins.header)}" footer="${inch(margins.footer)}"/>`
      : '',
    `<pageSetup paperSize="${setup.paperSize}" scale="${setup.scale ?? 100}" firstPageNumber="1"${fit}`,
    ` pageOrder="${setup.pageOrder ?? 'downThenOver'}" orientation="${setup.orientation}" useFirstPageNumber="1"/>`,
    `<headerFooter differentFirst="${headerFooter.differentFirst ? 1 : 0}">`,
    ...(['oddHeader', 'oddFooter', 'firstHeader', 'firstFooter'] as const).map((part) =>
      headerFooter[part] ? `<${part}>${xmlText(headerFooter[part])}</${part}>` : '',
    ),
    '</headerFooter>',
    breaks('rowBreaks', rowBreaks, LAST_COLUMN),
    breaks('colBreaks', columnBreaks, LAST_ROW),
  ].join('');
}

/** Four decimals: a tenth of a hair's breadth, and the same text everywhere. */
const inch = (inches: number): string => inches.toFixed(4);

const breaks = (name: string, after: readonly number[], last: number): string =>
  after.length === 0
    ? ''
    : `<${name} count="${after.length}" manualBreakCount="${after.length}">${after.map((id) => `<brk id="${id}" max="${last}" man="1"/>`).join('')}</${name}>`;

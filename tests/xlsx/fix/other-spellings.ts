import { strFromU8 } from 'fflate';
import { bytesOf, MAIN, type Parts } from '../../support/xlsx-parts.ts';

const changed = (parts: Parts, pattern: RegExp, change: (xml: string) => string): Parts =>
  Object.fromEntries(
    Object.entries(parts).map(([name, content]) => [name, pattern.test(name) ? change(strFromU8(bytesOf(content))) : content]),
  );

/** Cells without their places, as some programs write them, where that is possible: in rows that begin at A and leave no gap. */
export const withoutPlaces = (parts: Parts): Parts =>
  changed(parts, /worksheets\/\w+\.xml$/, (xml) => {
    let expected = 1;
    return xml.replace(/<row r="(\d+)"([^>]*?)(\/>|>(.*?)<\/row>)/gs, (_, number: string, more: string, rest: string) => {
      const row = Number(number) === expected ? `<row${more}` : `<row r="${number}"${more}`;
      expected = Number(number) + 1;
      let column = 1;
      return `${row}${rest.replace(/<c r="([A-Z]+)\d+"/g, (cell, letters: string) => {
        const own = [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
        const follows = own === column;
        column = own + 1;
        return follows ? '<c' : cell;
      })}`;
    });
  });

/** Elements of SpreadsheetML with a prefix, as Open XML libraries of other languages write them. */
export const withPrefixes = (parts: Parts): Parts =>
  changed(parts, /^xl\/(workbook|styles|sharedStrings|comments\d*|worksheets\/\w+)\.xml$/, (xml) =>
    xml.replace(/<(\/?)([A-Za-z]\w*)(?=[\s/>])/g, '<$1x:$2').replace(`xmlns="${MAIN}"`, `xmlns:x="${MAIN}"`),
  );

/** "Strict Open XML", as Excel's own Save as offers it. */
export const inStrict = (parts: Parts): Parts =>
  changed(parts, /\.(xml|rels)$/, (xml) =>
    xml
      .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      ),
  );

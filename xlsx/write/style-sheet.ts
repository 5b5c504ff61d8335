import { xmlText } from '../../core/xml-text.ts';
import type { CellStyle } from './cell.ts';
import { alignmentXml, borderXml, fillXml, fontXml } from './style-parts.ts';

/** What a conditional format changes. */
export type Highlight = Pick<CellStyle, 'font' | 'fill'>;

/** The looks of a workbook, each written once. */
export interface StyleSheet {
  readonly idOf: (style: CellStyle) => number;
  readonly highlightIdOf: (highlight: Highlight) => number;
  readonly xml: () => string;
}

/** The first number that a workbook may give to a format of its own. */
const FIRST_FORMAT = 164;

/**
 * The first font is the Normal style's, without its colour, which column widths are counted in; the first two fills are fixed by the
 * format.
 */
export function styleSheet(font: CellStyle['font']): StyleSheet {
  const { color: _, ...normal } = font;
  const fonts = listOf([fontXml(normal)]);
  const fills = listOf(['none', 'gray125'].map((pattern) => `<fill><patternFill patternType="${pattern}"/></fill>`));
  const borders = listOf([borderXml({})]);
  const formats = listOf([]);
  const looks = listOf([]);
  const highlights = listOf([]);
  const known = new Map<CellStyle, number>();

  const lookOf = (style: CellStyle): string => {
    const format = style.numFmt === undefined ? 0 : FIRST_FORMAT + formats.idOf(style.numFmt);
    const fill = style.fill ? fills.idOf(fillXml(style.fill)) : 0;
    const border = style.border ? borders.idOf(borderXml(style.border)) : 0;
    return [
      `<xf numFmtId="${format}" fontId="${fonts.idOf(fontXml(style.font))}" fillId="${fill}" borderId="${border}" xfId="0"`,
      style.quotePrefix ? ' quotePrefix="1"' : '',
      ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">',
      style.alignment ? alignmentXml(style.alignment) : '',
      '</xf>',
    ].join('');
  };
  looks.idOf(lookOf({ font }));

  return {
    idOf(style) {
      const id = known.get(style) ?? looks.idOf(lookOf(style));
      known.set(style, id);
      return id;
    },
    highlightIdOf: ({ font: face, fill }) => {
      const { name: _name, family: _family, size: _size, ...changed } = face;
      return highlights.idOf(`<dxf>${fontXml(changed)}${fill ? fillXml(fill) : ''}</dxf>`);
    },
    xml: () =>
      [
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
        counted(
          'numFmts',
          formats.all().map((code, k) => `<numFmt numFmtId="${FIRST_FORMAT + k}" formatCode="${xmlText(code)}"/>`),
        ),
        counted('fonts', fonts.all()),
        counted('fills', fills.all()),
        counted('borders', borders.all()),
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
        counted('cellXfs', looks.all()),
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
        counted('dxfs', highlights.all()),
        '</styleSheet>',
      ].join(''),
  };
}

const counted = (name: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;

function listOf(first: readonly string[]) {
  const ids = new Map(first.map((item, k) => [item, k] as const));
  return {
    idOf(item: string): number {
      const id = ids.get(item) ?? ids.size;
      ids.set(item, id);
      return id;
    },
    all: (): string[] => [...ids.keys()],
  };
}

import { PLAIN_CELLS, type PlainCells } from './sheet.ts';

/**
 * What a file's styles say of plain cells, as far as locks go. Normal is the style of the number 0 whatever it is called (ECMA-376 part 1,
 * 18.8.7, `builtinId`), and its format stands among those of the styles (18.8.9); the first of the cells' own is that of cells that name
 * none (18.8.10).
 */
export function plainCellsIn(styles: string): PlainCells {
  const xml = styles.replace(/<(\/?)\w+:/g, '<$1');
  const normal = [...xml.matchAll(/<cellStyle\b[^>]*>/g)].map(([tag]) => tag).find((tag) => /\bbuiltinId="0"/.test(tag));
  const lockOf = (list: string, format: number): { locked: boolean } => ({
    locked: !/<protection\b[^>]*\blocked="(?:0|false)"/.test(formatsIn(xml, list)[format] ?? ''),
  });
  return {
    normal: { ...PLAIN_CELLS.normal, ...lockOf('cellStyleXfs', Number(/\bxfId="(\d+)"/.exec(normal ?? '')?.[1] ?? 0)) },
    unwritten: { ...PLAIN_CELLS.unwritten, ...lockOf('cellXfs', 0) },
  };
}

const formatsIn = (xml: string, list: string): string[] =>
  xml
    .slice(Math.max(0, xml.indexOf(`<${list}`)), Math.max(0, xml.indexOf(`</${list}>`)))
    .split('<xf')
    .slice(1);

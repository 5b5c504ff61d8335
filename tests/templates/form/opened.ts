import { strFromU8, unzipSync } from 'fflate';

/** One cell as the file holds it: its text or number, its formula, and whether it is locked. */
export interface OpenedCell {
  readonly value: string;
  readonly formula: string | null;
  readonly style: number;
}

export interface OpenedSheet {
  readonly title: string;
  readonly xml: string;
  readonly cells: ReadonlyMap<string, OpenedCell>;
}

export interface Opened {
  readonly parts: Readonly<Record<string, string>>;
  readonly sheet: (title: string) => OpenedSheet;
  readonly isOpen: (cell: OpenedCell | undefined) => boolean;
  readonly formatOf: (cell: OpenedCell | undefined) => string;
}

/** A workbook's parts as text, and its cells, read by nothing of the project. */
export function opened(bytes: Uint8Array): Opened {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  const strings = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, text = '']) =>
    plain([...text.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, run = '']) => run).join('')),
  );
  const targets = new Map([...attributes(parts['xl/_rels/workbook.xml.rels'], 'Relationship')].map((one) => [one.Id, one.Target]));
  const sheets = [...attributes(parts['xl/workbook.xml'], 'sheet')].map(({ name = '', 'r:id': id }): OpenedSheet => {
    const xml = parts[`xl/${String(targets.get(id)).replace(/^\/xl\//, '')}`] ?? '';
    return { title: plain(name), xml, cells: cellsOf(xml, strings) };
  });
  const styles = parts['xl/styles.xml'] ?? '';
  const formats = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1]?.split(/(?=<xf )/) ?? [];
  const custom = new Map([...attributes(styles, 'numFmt')].map((one) => [one.numFmtId, plain(one.formatCode ?? '')]));
  return {
    parts,
    sheet: (title) => sheets.find((one) => one.title === title) ?? { title, xml: '', cells: new Map() },
    isOpen: (cell) => /<protection[^>]*locked="0"/.test(formats[cell?.style ?? 0] ?? ''),
    formatOf: (cell) => {
      const id = /numFmtId="(\d+)"/.exec(formats[cell?.style ?? 0] ?? '')?.[1] ?? '';
      return custom.get(id) ?? id;
    },
  };
}

/** The attributes of each element of this name. */
export function attributes(xml: string | undefined, element: string): Record<string, string>[] {
  return [...(xml ?? '').matchAll(new RegExp(`<${element}\\s([^>]*?)/?>`, 'g'))].map(([, words = '']) =>
    Object.fromEntries([...words.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value])),
  );
}

function cellsOf(xml: string, strings: readonly string[]): Map<string, OpenedCell> {
  const cells = new Map<string, OpenedCell>();
  for (const [, words = '', body = ''] of xml.matchAll(/<c\s([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const value = plain(/<v[^>]*>([^<]*)<\/v>/.exec(body)?.[1] ?? '');
    const formula = /<f[^>]*>([^<]*)<\/f>/.exec(body)?.[1];
    cells.set(/r="(\w+)"/.exec(words)?.[1] ?? '', {
      value: /t="s"/.test(words) ? (strings[Number(value)] ?? '') : value,
      formula: formula === undefined ? null : plain(formula),
      style: Number(/s="(\d+)"/.exec(words)?.[1] ?? 0),
    });
  }
  return cells;
}

export const plain = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');

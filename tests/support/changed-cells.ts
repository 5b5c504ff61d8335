import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { INDICATOR_SHEET, TASK_SHEET } from '../support/plan-sheets.ts';

const STRINGS = 'xl/sharedStrings.xml';
const STYLES = 'xl/styles.xml';
const SHEETS = { 'xl/worksheets/sheet1.xml': INDICATOR_SHEET.title, 'xl/worksheets/sheet2.xml': TASK_SHEET.title } as const;

/** Where two workbooks differ, seen by another reader of XML than ours. */
export interface Changes {
  /** `cellKey`s of the cells that say something else, or look otherwise. */
  readonly cells: ReadonlySet<string>;
  /** Whether the number formats may differ, and so how any number is meant. */
  readonly looks: boolean;
  /** What cannot be laid to cells: a part that is no XML, or another part of the workbook. */
  readonly beyond: readonly string[];
}

export const cellKey = (sheet: string, row: number, column: number): string => `${sheet}!${row}:${column}`;

/** The cells in which a changed workbook differs from the sound one; both are sound zips. */
export function changedCells(sound: Uint8Array, changed: Uint8Array): Changes {
  const [before, after] = [unzipSync(sound), unzipSync(changed)];
  const parts = Object.keys(before).filter((name) => strFromU8(before[name]!) !== strFromU8(after[name] ?? new Uint8Array()));
  const beyond = parts.filter((name) => name !== STRINGS && name !== STYLES && !(name in SHEETS));
  const cells = new Set<string>();
  const looks = parts.includes(STYLES);
  const [texts, otherTexts] = [before, after].map((one) => textsOf(strFromU8(one[STRINGS] ?? new Uint8Array())));
  if (!texts || !otherTexts) return { cells, looks, beyond: [...beyond, STRINGS] };
  for (const [name, title] of Object.entries(SHEETS)) {
    const [one, other] = [cellsOf(strFromU8(before[name]!), texts), cellsOf(strFromU8(after[name]!), otherTexts)];
    if (!one || !other) beyond.push(name);
    else for (const place of [...one.keys(), ...other.keys()]) if (one.get(place) !== other.get(place)) cells.add(`${title}!${place}`);
  }
  return { cells, looks, beyond };
}

/** The shared strings in their order; null where the document is not well-formed. */
function textsOf(xml: string): string[] | null {
  const texts: string[] = [];
  const sound = walk(xml, {
    open: (name) => void (name === 'si' && texts.push('')),
    text: (text) => texts.push((texts.pop() ?? '') + text),
  });
  return sound ? texts : null;
}

/** What stands in each cell, by `row:column`; a place told twice holds both. Null where the document is not well-formed. */
function cellsOf(xml: string, texts: readonly string[]): Map<string, string> | null {
  const cells = new Map<string, string>();
  let [row, column, content, type, inside] = [0, 0, '', '', false];
  const sound = walk(xml, {
    open: (name, attributes) => {
      if (name === 'row') [row, column] = [Number(attributes.r ?? row + 1), 0];
      else if (name === 'c') {
        const letters = /^[A-Z]+/.exec(attributes.r ?? '')?.[0];
        column = letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) : column + 1;
        const own = /\d+$/.exec(attributes.r ?? '')?.[0];
        if (own) row = Number(own);
        [type, content, inside] = [attributes.t ?? '', JSON.stringify(attributes), true];
      } else if (inside) content += `<${name}>`;
    },
    text: (text) => {
      if (inside) content += type === 's' ? JSON.stringify(texts[Number(text)]) : text;
    },
    close: (name) => {
      if (name !== 'c') return;
      inside = false;
      const place = `${row}:${column}`;
      cells.set(place, (cells.get(place) ?? '') + content);
    },
  });
  return sound ? cells : null;
}

interface Heard {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Whether the document is well-formed, told piece by piece. */
function walk(xml: string, { open, text, close }: Heard): boolean {
  let sound = true;
  const parser = new SaxesParser();
  parser.on('error', () => {
    sound = false;
  });
  parser.on('opentag', ({ name, attributes }) => open(name, attributes as Record<string, string>));
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ name }) => close?.(name));
  parser.write(xml).close();
  return sound;
}

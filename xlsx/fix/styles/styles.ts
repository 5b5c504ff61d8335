import type { Cell } from '../../../core/grid.ts';
import { builtInFormat, formatOfValue, parseFormat } from '../../../core/number-format.ts';
import { hasPercentSign, shownInstead } from '../../../core/reading/shown-otherwise.ts';
import { markupText } from '../../../core/xml-text.ts';
import { AS_IT_STANDS, decode } from '../../read/xml/decode.ts';
import { startsAsFormula } from '../sheet/content.ts';
import type { Splice } from '../xml/splice.ts';
import { opening, withAttributes } from '../xml/tag.ts';
import { appendTo, bytesOfTree, childOf, insertInto, type Tree, tagOf, type XmlElement } from '../xml/tree.ts';
import { MARK_FILL, type Wish } from './wish.ts';

/** The styles of a workbook that is being fixed: new ones are made when first asked for. */
export interface Styles {
  /** The style that is like `base` but for the wish; `base` itself where nothing is to be changed. */
  readonly styleOf: (base: number, wish: Wish) => number;
  /** The part with the new styles; null where none was asked for. */
  readonly finish: () => Uint8Array | null;
}

const TEXT_FORMAT = 49;
const [PERCENT, PERCENT_WITH_DECIMALS] = [9, 10];
const DATE_CODE = 'dd/mm/yyyy';
/** Up to here the ids are the format's own. */
const LAST_BUILT_IN = 163;
/** A program that meets more cell styles calls the file damaged. */
const MOST_STYLES = 64_000;

/** The children of a style sheet in the order of the format (ECMA-376-1, CT_Stylesheet). */
const ORDER = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'];
const behind = (name: string): ReadonlySet<string> => new Set(ORDER.slice(ORDER.indexOf(name) + 1));

const PLAIN_FILLS = (prefix: string): readonly string[] =>
  ['none', 'gray125'].map((pattern) => `<${prefix}fill><${prefix}patternFill patternType="${pattern}"/></${prefix}fill>`);

/** Opens a style sheet for new styles. */
export function openStyles(tree: Tree): Styles {
  const { root } = tree;
  const { prefix } = root;
  const list = (name: string, item: string): readonly XmlElement[] =>
    childOf(root, name)?.children.filter((one) => one.name === item) ?? [];
  const spelled = new Map(
    list('numFmts', 'numFmt').map(
      ({ attributes }) => [Number(attributes.get('numFmtId') ?? 0), attributes.get('formatCode') ?? ''] as const,
    ),
  );
  const old = list('cellXfs', 'xf');
  const oldFills = childOf(root, 'fills') ? list('fills', 'fill').length : PLAIN_FILLS(prefix).length;
  const formats: string[] = [];
  const fills: string[] = [];
  const styles: string[] = old.length === 0 ? [`<${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`] : [];
  const made = new Map<string, number>();

  const addFormat = (code: string): number => {
    const known = [...spelled].find(([, one]) => one === code);
    if (known) return known[0];
    let id = LAST_BUILT_IN + 1;
    while (spelled.has(id)) id++;
    spelled.set(id, code);
    formats.push(`<${prefix}numFmt numFmtId="${id}" formatCode="${markupText(code)}"/>`);
    return id;
  };
  /** A format of the format's own, unless the workbook gives its id another meaning. */
  const builtIn = (id: number, code: string): number => (spelled.has(id) ? addFormat(code) : id);
  const formatFor = (format: Cell['format'], number: number): number => {
    if (format === 'plain') return builtIn(0, 'General');
    if (format === 'date') return addFormat(DATE_CODE);
    return Number.isInteger(Number((number * 100).toPrecision(12))) ? builtIn(PERCENT, '0%') : builtIn(PERCENT_WITH_DECIMALS, '0.00%');
  };
  const fillFor = (colour: string): number => {
    const fill = `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${colour}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;
    const known = fills.indexOf(fill);
    return oldFills + (known < 0 ? fills.push(fill) - 1 : known);
  };

  return {
    styleOf(base, { content, mark }) {
      const xf = old[base] ?? old[0];
      const attributes: Record<string, string | undefined> = {};
      if (content?.kind === 'number') {
        const id = Number(xf?.attributes.get('numFmtId') ?? 0);
        const code = spelled.get(id);
        const shows = code === undefined ? builtInFormat(id) : parseFormat(code);
        const isOdd = shows.plainly === null && (hasPercentSign(shows, content.number) || shownInstead(shows, content.number) !== null);
        if (isOdd || formatOfValue(shows, content.number) !== content.format || (code === undefined ? id === TEXT_FORMAT : code === '@'))
          Object.assign(attributes, { numFmtId: String(formatFor(content.format, content.number)), applyNumberFormat: '1' });
        if (xf?.attributes.has('quotePrefix')) attributes.quotePrefix = undefined;
      }
      if (content?.kind === 'text' && startsAsFormula(content.text)) attributes.quotePrefix = '1';
      if (mark) Object.assign(attributes, { fillId: String(fillFor(MARK_FILL[mark])), applyFill: '1' });
      if (Object.keys(attributes).length === 0 || old.length + styles.length >= MOST_STYLES) return base;
      const tag = withAttributes(xf ? tagOf(tree, xf) : (styles[0] ?? ''), attributes);
      const style = xf ? tag + decode(tree.bytes, xf.tagEnd, xf.end, AS_IT_STANDS) : tag;
      const index = made.get(style) ?? old.length + styles.push(style) - 1;
      made.set(style, index);
      return index;
    },
    finish() {
      if (made.size === 0) return null;
      const splices = [
        ...append(tree, 'numFmts', formats),
        ...append(tree, 'fills', childOf(root, 'fills') || fills.length === 0 ? fills : [...PLAIN_FILLS(prefix), ...fills]),
        ...append(tree, 'cellXfs', styles),
      ];
      return bytesOfTree(tree, splices);
    },
  };
}

/** Adds to one of the lists of the style sheet, and to its count. */
function append(tree: Tree, name: string, added: readonly string[]): Splice[] {
  if (added.length === 0) return [];
  const { root } = tree;
  const list = childOf(root, name);
  const text = added.join('');
  if (!list) {
    const tag = `${root.prefix}${name}`;
    return [insertInto(tree, root, behind(name), `<${tag} count="${added.length}">${text}</${tag}>`)];
  }
  const tag = withAttributes(tagOf(tree, list), { count: String(list.children.length + added.length) });
  if (list.empty) return [{ start: list.start, end: list.end, text: `${opening(tag)}${text}</${list.prefix}${name}>` }];
  return [{ start: list.start, end: list.tagEnd, text: tag }, appendTo(tree, list, text)];
}

/** A style sheet for a workbook that has none. */
export const plainStyles = (namespace: string): string =>
  `<styleSheet xmlns="${namespace}"><fonts count="1"><font><sz val="11"/><name val="Times New Roman"/><family val="1"/></font></fonts><fills count="2">${PLAIN_FILLS('').join('')}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;

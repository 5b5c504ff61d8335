import { readFileSync } from 'node:fs';

const TYPES = 'node_modules/@microsoft/office-js/dist/office.d.ts';
const COMMENT = /\/\*\*(?:[^*]|\*(?!\/))*\*\//g;
/** What a member says of itself; several sets ("1.1 for get, 1.8 for set") are those of its parts, the first is its own. */
const SET = /\[Api set: ?(ExcelApi\w*) ([\d.]+|BETA)/;
const BLOCK = /^(?:export |declare )*(?:interface|class|enum|namespace|function)\b/;

/** Microsoft's types of Office without what stands above a minor version of ExcelApi 1, or in a set of another name (online, desktop, beta). */
export function typesUpTo(minor: number): string {
  const text = readFileSync(TYPES, 'utf8');
  let kept = '';
  let last = 0;
  for (const { 0: comment, index } of text.matchAll(COMMENT)) {
    const [, set, version = ''] = SET.exec(comment) ?? [];
    const isAbove = set !== undefined && (set !== 'ExcelApi' || !/^1\.\d+$/.test(version) || Number(version.slice(2)) > minor);
    if (index < last || !isAbove) continue;
    kept += text.slice(last, index);
    last = endOfDeclaration(text, index + comment.length);
  }
  return kept + text.slice(last);
}

/** Where the declaration ends that begins there: behind its semicolon or comma, or before the bracket that encloses it. */
function endOfDeclaration(text: string, from: number): number {
  const isBlock = BLOCK.test(text.slice(from, from + 200).trimStart());
  let depth = 0;
  for (let k = from; k < text.length; k++) {
    const letter = text.charAt(k);
    if (text.startsWith('/*', k)) k = text.indexOf('*/', k) + 1;
    else if (text.startsWith('//', k)) k = text.indexOf('\n', k);
    else if (letter === '"' || letter === "'") k = text.indexOf(letter, k + 1);
    else if ('{(['.includes(letter)) depth++;
    else if ('})]'.includes(letter)) {
      if (depth === 0) return k;
      depth--;
      if (depth === 0 && letter === '}' && isBlock) return k + 1;
    } else if ((letter === ';' || letter === ',') && depth === 0) return k + 1;
  }
  return text.length;
}

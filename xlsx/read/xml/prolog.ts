import { byteAt, GREATER, isSpace } from './characters.ts';
import { AS_IT_STANDS, decode } from './decode.ts';
import { beginsAt } from './markup.ts';

const DECLARATION =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.0"|'1\.0')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"([A-Za-z][\w.-]*)"|'([A-Za-z][\w.-]*)'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/;
const LONGEST_DECLARATION = 256;
const UTF_8 = /^(utf-?8|us-ascii|ascii)$/i;
const UTF_16 = /^(utf-?16(le|be)?|ucs-2|iso-10646-ucs-2)$/i;

/** The offset after byte order mark and XML declaration; null where the declaration is unsound or names another encoding. */
export function afterDeclaration(bytes: Uint8Array, wasUtf16: boolean): number | null {
  const marked = byteAt(bytes, 0) === 0xef && byteAt(bytes, 1) === 0xbb && byteAt(bytes, 2) === 0xbf;
  const start = marked ? 3 : 0;
  if (!beginsAt(bytes, start, '<?xml') || !isSpace(byteAt(bytes, start + 5))) return start;
  const length = bytes.subarray(start, start + LONGEST_DECLARATION).indexOf(GREATER) + 1;
  const head = decode(bytes, start, start + length, AS_IT_STANDS);
  const [declaration, double, single] = DECLARATION.exec(head) ?? [];
  if (declaration === undefined) return null;
  const encoding = double ?? single;
  if (encoding !== undefined && !(wasUtf16 ? UTF_16 : UTF_8).test(encoding)) return null;
  return start + declaration.length;
}

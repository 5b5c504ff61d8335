import { failed, ok, type Result } from '../../core/result.ts';
import { markupText } from '../../core/xml-text.ts';
import { isSafe } from './addresses.ts';
import { faultsOf } from './faults.ts';

/** The address in the checked-in manifest; nobody can have it (RFC 2606). */
export const PLACEHOLDER = 'https://phu-luc-so.example';
const NAME = 'Phụ lục số';
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What the checked-in manifest says of itself alone. */
const OWN_COMMENT = /<!--.*?-->\n/s;

export interface ManifestWords {
  readonly baseUrl: string;
  readonly id?: string | undefined;
  readonly displayName?: string | undefined;
  /** Whether the button opens the self-test in place of the pane, on a server that was started to serve it. */
  readonly selfTest?: boolean;
  /** The project's own version, three numbers. */
  readonly version: string;
}

/** A server's manifest made from the checked-in one; fails with a sentence where Excel would not take it. */
export function madeManifest(
  template: string,
  { baseUrl, id, displayName = NAME, version, selfTest = false }: ManifestWords,
): Result<string, string> {
  if (!URL.canParse(baseUrl) || !isSafe(new URL(baseUrl)))
    return failed(`--base-url “${baseUrl}” không dùng được: cần https://TÊN-MÁY-CHỦ (http chỉ dùng được với localhost).`);
  const { origin, pathname, search, hash, username } = new URL(baseUrl);
  if (pathname !== '/' || search || hash || username)
    return failed(`--base-url “${baseUrl}” phải là gốc của máy chủ, như ${origin}: các trang chỉ chạy ở gốc.`);
  if (id !== undefined && !GUID.test(id)) return failed(`--id “${id}” không phải mã dạng 00000000-0000-0000-0000-000000000000.`);
  const xml = template
    .replace(OWN_COMMENT, '')
    .replaceAll(PLACEHOLDER, origin)
    .replaceAll(`"${origin}/pane/"`, `"${origin}/pane/${selfTest ? 'self-test/' : ''}"`)
    .replace(/(?<=<Id>)[^<]*/, (own) => id?.toLowerCase() ?? own)
    .replace(/(?<=<Version>)[^<]*/, manifestVersion(version))
    .replaceAll(`="${NAME}"`, () => `="${markupText(displayName)}"`);
  const faults = faultsOf(xml);
  return faults.length > 0 ? failed(faults.join('\n')) : ok(xml);
}

/** Excel takes no version below 1.0: a 1 stands before the project's own three numbers. */
export const manifestVersion = (version: string): string => `1.${version}`;

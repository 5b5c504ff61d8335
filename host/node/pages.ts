import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { MICROSOFT_MARK } from '../../core/page-marks.ts';
import { isCurrent } from '../../functions/http/tagged-text.ts';
import { policyOf, type SignInWays } from './pages-policy.ts';
import type { Reply } from './reply.ts';

/** Answers an address outside the functions. */
export type Pages = (pathname: string, method: string, headers: IncomingHttpHeaders) => Reply;

interface Page {
  readonly type: string;
  readonly etag: string;
  readonly body: Buffer;
  /** Made once; null where it gains nothing. */
  readonly brotli: Buffer | null;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.md': 'text/plain; charset=utf-8',
};

/** Stands wherever a person asks for a page that there is none of. */
const MISSING = '/404.html';

/** Files here bear their content's hash in their name. */
const FOR_GOOD = '/assets/';
const A_YEAR = 'public, max-age=31536000, immutable';
/**
 * Office keeps the pictures of the ribbon itself and shows a blank one in their place where the answer forbids it (learn.microsoft.com,
 * "Image element": must support caching; OfficeDev/office-js issue 2981).
 */
const ICONS = '/icons/';
const A_WEEK = 'public, max-age=604800';

/**
 * Serves the files of folders, by the address that each stands under. They are read once: no address can reach outside. `index.html`
 * stands at its folder's address with a slash at the end. A browser asks every time whether a page is still the same.
 * `ways`: what the service that stands behind them takes, for the pages' policy and what they offer.
 */
export function pagesOf(folders: Readonly<Record<string, string>>, ways: SignInWays): Pages {
  const headersOf = (pathname: string) => policyOf(pathname, ways);
  const pages = new Map(
    Object.entries(folders).flatMap(([under, folder]) =>
      filesIn(folder).map((file) => [addressIn(under, folder, file), pageOf(file, ways)] as const),
    ),
  );
  return (pathname, method, headers) => {
    const page = pages.get(pathname);
    if (!page && pages.has(`${pathname}/`))
      return { status: 308, headers: { ...headersOf(pathname), location: `${pathname}/` }, body: null };
    if (!page) return missing(pathname, headersOf(pathname), pages.get(MISSING));
    if (method !== 'GET' && method !== 'HEAD') return text(headersOf(pathname), 405, 'Trang này chỉ để xem.', { allow: 'GET, HEAD' });
    const { type, etag, body, brotli } = page;
    const keeping = pathname.startsWith(FOR_GOOD) ? A_YEAR : pathname.startsWith(ICONS) ? A_WEEK : 'no-cache';
    const kept = { ...headersOf(pathname), etag, 'cache-control': keeping, ...(brotli && { vary: 'accept-encoding' }) };
    if (isCurrent(headers['if-none-match'] ?? null, etag)) return { status: 304, headers: kept, body: null };
    const head = { ...kept, 'content-type': type };
    if (!brotli || !takesBrotli(headers['accept-encoding'])) return { status: 200, headers: head, body };
    return { status: 200, headers: { ...head, 'content-encoding': 'br' }, body: brotli };
  };
}

/** A page of ours for people; for programs that ask for a part of a page, a line. */
function missing(pathname: string, policy: Readonly<Record<string, string>>, page: Page | undefined): Reply {
  if (!page || pathname.startsWith(FOR_GOOD)) return text(policy, 404, 'Không có trang này. Về trang đầu: /');
  return { status: 404, headers: { ...policy, 'content-type': page.type, 'cache-control': 'no-store' }, body: page.body };
}

const takesBrotli = (header: string | string[] | undefined): boolean => /\bbr\b(?!\s*;\s*q=0(?:\.0*)?\b)/.test(String(header ?? ''));

const text = (
  policy: Readonly<Record<string, string>>,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  status,
  headers: { ...policy, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body,
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : extname(path) in TYPES ? [path] : [];
  });
}

const addressIn = (under: string, folder: string, file: string): string =>
  `${under}${relative(folder, file).split(sep).join('/')}`.replace(/\/index\.html$/, '/');

function pageOf(file: string, { microsoft }: SignInWays): Page {
  const bytes = readFileSync(file);
  const extension = extname(file);
  const type = TYPES[extension] ?? '';
  const body = microsoft && extension === '.html' ? Buffer.from(bytes.toString().replace('<html ', `<html ${MICROSOFT_MARK} `)) : bytes;
  const brotli = type.startsWith('text/') ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : null;
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  return { type, etag, body, brotli: brotli && brotli.length < body.length ? brotli : null };
}

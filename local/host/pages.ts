import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { isCurrent } from '../../functions/http/answer.ts';
import type { Reply } from './reply.ts';

/** Answers an address outside the functions. */
export type Pages = (pathname: string, method: string, headers: IncomingHttpHeaders) => Reply;

interface Page {
  readonly type: string;
  readonly etag: string;
  readonly body: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.md': 'text/plain; charset=utf-8',
};

/** Pages run no script, load from their own origin alone, and stand in nobody's frame. */
const SAFE = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/**
 * Serves the files of folders, by the address that each stands under. They are read once: no address can reach outside. `index.html`
 * stands at its folder's address with a slash at the end. A browser asks every time whether a page is still the same.
 */
export function pagesOf(folders: Readonly<Record<string, string>>): Pages {
  const pages = new Map(
    Object.entries(folders).flatMap(([under, folder]) =>
      filesIn(folder).map((file) => [addressIn(under, folder, file), pageOf(file)] as const),
    ),
  );
  return (pathname, method, headers) => {
    const page = pages.get(pathname);
    if (!page && pages.has(`${pathname}/`)) return { status: 308, headers: { ...SAFE, location: `${pathname}/` }, body: null };
    if (!page) return text(404, 'Không có trang này. Về trang đầu: /');
    if (method !== 'GET' && method !== 'HEAD') return text(405, 'Trang này chỉ để xem.', { allow: 'GET, HEAD' });
    const { type, etag, body } = page;
    const kept = { ...SAFE, etag, 'cache-control': 'no-cache' };
    if (isCurrent(headers['if-none-match'] ?? null, etag)) return { status: 304, headers: kept, body: null };
    return { status: 200, headers: { ...kept, 'content-type': type }, body };
  };
}

const text = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { ...SAFE, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
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

function pageOf(file: string): Page {
  const body = readFileSync(file);
  return { type: TYPES[extname(file)] ?? '', etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`, body };
}

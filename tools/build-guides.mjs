import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { marked } from 'marked';
import { replace } from './bundle.mjs';
import { at } from './root.mjs';

/** Guides for users, written in docs/, as pages of the same look: `/huong-dan/<name>/`. `style` is the address of the look. */
export function buildGuides(folder, style) {
  for (const file of readdirSync(at('docs/huong-dan')).filter((name) => name.endsWith('.md'))) {
    const text = readFileSync(at('docs/huong-dan', file), 'utf8');
    const title = /^# (.+)$/m.exec(text)?.[1] ?? 'Hướng dẫn';
    // Guides name one another as files; here each is a page.
    const html = marked.parse(text.replace(/\(([a-z-]+)\.md\)/g, '(/huong-dan/$1/)'), { async: false });
    const body = html.replaceAll('<table>', '<table tabindex="0">'); // on a phone a table scrolls: by keyboard too
    const place = join(folder, 'huong-dan', basename(file, '.md'));
    mkdirSync(place, { recursive: true });
    replace(join(place, 'index.html'), pageOf(title, body, style));
  }
}

const pageOf = (title, body, style) => `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} · Phụ lục số</title>
    <link rel="icon" href="/icons/phu-luc-so.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="${style}" />
  </head>
  <body>
    <main class="page guide">
      <p class="no-print"><a href="/">Về trang nộp báo cáo</a></p>
${body}    </main>
  </body>
</html>
`;

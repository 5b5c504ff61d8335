import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { marked } from 'marked';
import { replace } from './bundle.mjs';
import { componentsIn, markupOf } from './markup.mjs';
import { at } from './root.mjs';

const GUIDES = 'docs/huong-dan';
/** The list of all guides, which is their first page. */
const INDEX = 'README.md';
const PICTURES = 'hinh';

const MISSING = `<h1>Không có trang này</h1>
<p>Địa chỉ đã gõ sai, hoặc trang đã được chuyển đi. Có thể vào:</p>
<ul>
<li><a href="/">Nộp báo cáo</a>: đơn vị lấy biểu, nhập số liệu, gửi báo cáo</li>
<li><a href="/huong-dan/">Hướng dẫn</a>: cách làm từng việc, đầu mối liên hệ</li>
<li><a href="/xac-minh/">Xác minh</a>: kiểm tra một tệp, một biên nhận</li>
<li><a href="/cong-khai/">Công khai</a>: kết quả đã công bố</li>
</ul>
`;

/**
 * Guides for users, written in docs/, as pages of the same look: `/huong-dan/` and `/huong-dan/<name>/`, and the page that stands where
 * there is none. `style`: the tag of the look; `contact`: those of what tells on the first page whom to ask.
 */
export async function buildGuides(folder, style, contact) {
  const { SiteHeader } = await componentsIn('addin/ui/site-header.tsx');
  const [head, headOfNone] = ['/huong-dan/', null].map((current) => markupOf(SiteHeader({ current })));
  const home = join(folder, 'huong-dan');
  for (const file of readdirSync(at(GUIDES)).filter((name) => name.endsWith('.md'))) {
    const text = readFileSync(at(GUIDES, file), 'utf8');
    const title = /^# (.+)$/m.exec(text)?.[1] ?? 'Hướng dẫn';
    const place = file === INDEX ? home : join(home, basename(file, '.md'));
    mkdirSync(place, { recursive: true });
    replace(join(place, 'index.html'), pageOf(title, head, bodyOf(text), file === INDEX ? `${style}\n    ${contact}` : style));
  }
  if (existsSync(at(GUIDES, PICTURES))) cpSync(at(GUIDES, PICTURES), join(home, PICTURES), { recursive: true });
  replace(join(folder, '404.html'), pageOf('Không có trang này', headOfNone, MISSING, style));
}

/** Guides name one another and their pictures as files; here each has an address. On a phone a table scrolls: by keyboard too. */
const bodyOf = (text) =>
  marked
    .parse(text.replace(/\(([a-z-]+)\.md\)/g, '(/huong-dan/$1/)').replaceAll(`](${PICTURES}/`, `](/huong-dan/${PICTURES}/`), {
      async: false,
    })
    .replaceAll('<table>', '<table tabindex="0">')
    .replaceAll('<img ', '<img loading="lazy" ');

const pageOf = (title, head, body, assets) => `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} · Phụ lục số</title>
    <link rel="icon" href="/icons/phu-luc-so.svg" type="image/svg+xml" />
    ${assets}
  </head>
  <body>
    ${head}
    <main class="page guide" id="noi-dung" tabindex="-1">
${body}    </main>
  </body>
</html>
`;

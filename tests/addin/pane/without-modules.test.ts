import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';

const program = readFileSync('addin/pane/without-modules.js', 'utf8');

test('a browser that knows no modules is told where to send the form, in words that it knows', () => {
  const app = { innerHTML: 'Đang mở trang…' };
  runInNewContext(program, { document: { getElementById: () => app } });
  expect(app.innerHTML).toContain('Excel trên máy này quá cũ để dùng ngăn.');
  expect(app.innerHTML).toContain('href="/"');
  expect(() => transformSync(program, { target: 'es5', legalComments: 'none' })).not.toThrow();
  expect(program).not.toMatch(/=>|`|\b(?:const|let|import|class)\b/);
});

test('other browsers leave that program alone', () => {
  expect(readFileSync('addin/pane/index.html', 'utf8')).toContain('<script nomodule src="/pane/without-modules.js"></script>');
});

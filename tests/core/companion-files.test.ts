import { companionOf } from '../../core/companion-files.ts';
import { namedCompanion } from '../../core/findings/named-companion.ts';
import { notAWorkbook } from '../../core/rules/files.ts';

test.each([
  ['~$bieu.xlsx', 'excel-lock'],
  ['thu/đến/~$biểu.xlsx', 'excel-lock'],
  ['C:\\thu\\~$bieu.xlsx', 'excel-lock'],
  ['.~lock.bieu.xlsx#', 'libreoffice-lock'],
  ['.~bieu.xlsx', 'wps-lock'],
  ['thu/.~biểu.et', 'wps-lock'],
  ['._bieu.xlsx', 'of-system'],
  ['__MACOSX/bieu.xlsx', 'of-system'],
  ['thu/Thumbs.db', 'of-system'],
  ['bieu~$.xlsx', null],
  ['bieu.~lock.xlsx', null],
  ['.bieu.xlsx', null],
  ['~bieu.xlsx', null],
])('%s is told by its name: %s', (name, kind) => expect(companionOf(name)).toBe(kind));

test('every companion has words of its own', () => {
  const names = ['~$x.xlsx', '.~lock.x.xlsx#', '.~x.xlsx', '._x.xlsx'];
  const looks = names.map((name) => {
    const finding = { rule: notAWorkbook.id, severity: 'error', row: null, facts: { looksLike: 'unknown' } } as unknown as Parameters<
      typeof namedCompanion
    >[0][number];
    return JSON.stringify(namedCompanion([finding], name)[0]?.facts);
  });
  expect(new Set(looks).size).toBe(names.length);
});

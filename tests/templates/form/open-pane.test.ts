import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { buildForm } from '../../../templates/form/build-form.ts';
import { ADD_IN_ID, openPaneIn } from '../../../templates/form/open-pane.ts';
import { rootOf } from '../../../tools/manifest/element.ts';
import { readWorkbook } from '../../../xlsx/read/read-workbook.ts';
import { FINANCE, obligationsIn } from '../../support/a-form.ts';
import { convert, describeWithSoffice } from '../../support/soffice.ts';
import { attributes, opened } from './opened.ts';

const PANES = 'xl/webextensions/taskpanes.xml';
const EXTENSION = 'xl/webextensions/webextension1.xml';
const aForm = () => buildForm({ obligations: obligationsIn('2026'), agency: FINANCE });

/** The form as it was before the parts of the pane were added. */
function withoutPane(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => !name.startsWith('xl/webextensions/'));
  const plain = parts.map(([name, part]) => {
    if (name !== '_rels/.rels' && name !== '[Content_Types].xml') return [name, part] as const;
    return [name, strToU8(strFromU8(part).replace(/<(?:Override|Relationship) [^>]*webextension[^>]*>/g, ''))] as const;
  });
  return zipSync(Object.fromEntries(plain));
}

test('the form names the add-in, and that its pane opens with the document', async () => {
  const { parts } = opened(await aForm());
  const related = attributes(parts['_rels/.rels'], 'Relationship').find(({ Target }) => Target === PANES);
  expect(related?.Type).toBe('http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes');
  const [pane] = attributes(parts[PANES], 'wetp:taskpane');
  const [shown] = attributes(parts[PANES], 'wetp:webextensionref');
  const extension = attributes(parts['xl/webextensions/_rels/taskpanes.xml.rels'], 'Relationship').find(({ Id }) => Id === shown?.['r:id']);
  expect([pane?.visibility, extension?.Type, extension?.Target]).toEqual([
    '0',
    'http://schemas.microsoft.com/office/2011/relationships/webextension',
    'webextension1.xml',
  ]);
  expect(attributes(parts[EXTENSION], 'we:reference')).toEqual([
    { id: ADD_IN_ID, version: '1.0.0.0', store: 'EXCatalog', storeType: 'EXCatalog' },
  ]);
  expect(attributes(parts[EXTENSION], 'we:property')).toEqual([{ name: 'Office.AutoShowTaskpaneWithDocument', value: 'true' }]);
});

test('every part of the pane has its content type, and all parts are well-formed', async () => {
  const { parts } = opened(await aForm());
  const types = new Map(attributes(parts['[Content_Types].xml'], 'Override').map((one) => [one.PartName, one.ContentType]));
  expect([types.get(`/${PANES}`), types.get(`/${EXTENSION}`)]).toEqual([
    'application/vnd.ms-office.webextensiontaskpanes+xml',
    'application/vnd.ms-office.webextension+xml',
  ]);
  const touched = Object.entries(parts).filter(([name]) => /webextension|^_rels|Content_Types/.test(name));
  expect(touched).toHaveLength(5);
  expect(touched.filter(([, part]) => !rootOf(part).ok)).toEqual([]);
});

test('relationships and content types of the package are named once', async () => {
  const { parts } = opened(await aForm());
  const ids = attributes(parts['_rels/.rels'], 'Relationship').map(({ Id }) => Id);
  const names = attributes(parts['[Content_Types].xml'], 'Override').map(({ PartName }) => PartName);
  expect([new Set(ids).size, new Set(names).size]).toEqual([ids.length, names.length]);
});

test('our reader reads the same with the parts of the pane and without', async () => {
  const bytes = await aForm();
  const plain = withoutPane(bytes);
  expect(Object.keys(unzipSync(bytes))).toHaveLength(Object.keys(unzipSync(plain)).length + 3);
  const [with_, without] = [readWorkbook(bytes), readWorkbook(plain)];
  expect(with_).toMatchObject({ ok: true });
  expect(with_).toEqual(without);
});

test('a package that lacks its relationships is a bug of ours, not a form without a pane', () => {
  expect(() => openPaneIn({})).toThrow('[open pane] "_rels/.rels": no such part');
});

describeWithSoffice('LibreOffice', () => {
  test('opens the form and keeps its cells', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pane-'));
    try {
      const bytes = await aForm();
      const file = join(folder, 'bieu.xlsx');
      writeFileSync(file, bytes);
      const [written = ''] = await convert([file], 'xlsx:Calc MS Excel 2007 XML', join(folder, 'ra'));
      const textsIn = (form: Uint8Array) => {
        const read = readWorkbook(form);
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        return read.value.grids.map(({ title, rows }) => {
          const cells = rows.flatMap((row) => row.cells).filter(({ formula }) => !formula);
          return [title, cells.map(({ value }) => value).filter((value) => value !== '')];
        });
      };
      expect(textsIn(readFileSync(written))).toEqual(textsIn(bytes));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

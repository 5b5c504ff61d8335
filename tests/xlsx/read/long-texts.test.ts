import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Cell } from '../../../core/grid.ts';
import type { FilledCell } from '../../../core/reading/filled-cell.ts';
import { readFreeText } from '../../../core/reading/free-text.ts';
import { textTooLong } from '../../../core/rules/texts.ts';
import { toNfc } from '../../../core/text.ts';
import { readUpload } from '../../../templates/upload/read-upload.ts';
import { aFilledForm } from '../../support/a-filled-form.ts';
import { context } from '../../support/a-form.ts';
import { aReport } from '../../support/an-api.ts';
import { fc } from '../../support/properties.ts';
import { workbookOf } from '../../support/xlsx-reading.ts';
import { aWorkbookFile } from '../../support/xlsx-zip.ts';

const MOST = 32_767;
const LONE_HALF = /\p{Cs}/u;
const KEPT = ' xml:space="preserve"';
const SPELLED = 'tie\u0302\u0301ng Vie\u0323\u0302t ';

/** The ways in which a file holds a text. */
const HELD: Record<string, (text: string) => Uint8Array> = {
  'a shared text': (text) => shared(`<t${KEPT}>${text}</t>`),
  'a shared text in runs': (text) =>
    shared(`<r><t${KEPT}>${text.slice(0, text.length / 2)}</t></r><r><t${KEPT}>${text.slice(text.length / 2)}</t></r>`),
  'a text of the cell': (text) => aWorkbookFile({ sheets: [{ rows: `<row><c t="inlineStr"><is><t${KEPT}>${text}</t></is></c></row>` }] }),
  'the result of a formula': (text) => aWorkbookFile({ sheets: [{ rows: `<row r="1"><c r="A1" t="str"><v>${text}</v></c></row>` }] }),
};
function shared(item: string): Uint8Array {
  return aWorkbookFile({ sheets: [{ rows: '<row><c t="s"><v>0</v></c></row>' }], strings: `<si>${item}</si>` });
}

const cellOf = (file: Uint8Array): Cell | undefined => workbookOf(file).grids[0]?.rows[0]?.cells[0];

/** What is said of the length of a text: null where the text is read. */
function toldOf(file: Uint8Array): { readonly length: number; readonly more: boolean; readonly sentence: string } | null {
  const outcome = readFreeText(cellOf(file) as FilledCell); // a text
  if (outcome.kind !== 'unread') return null;
  const { facts, place } = { facts: outcome.note({}).facts as { length: number; more?: true }, place: { column: 'Giải trình', row: null } };
  return { length: facts.length, more: facts.more === true, sentence: textTooLong.sentence({ ...facts, most: MOST }, place) };
}

const lengthOf = (text: string): number => toNfc(text).trim().length;

test('what is said of the length of a text that is too long is true, however long it is and however the file holds it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(HELD)),
      fc.constantFrom('x', 'ế', SPELLED, '👍', 'một hai '),
      fc.constantFrom(...[32_767, 32_768, 131_072, 131_073, 500_000, 1_048_576, 1_048_577, 2_000_000, 9_000_000]),
      fc.constantFrom('', ' '.repeat(100), ' '.repeat(300_000)),
      (held, unit, units, blanks) => {
        const text = blanks + unit.repeat(Math.floor(units / unit.length)) + blanks;
        const [told, length] = [toldOf(held(text)), lengthOf(text)];
        if (length <= MOST) expect(told).toBeNull();
        else if (told?.more) expect(told.length).toBeLessThan(length);
        else expect(told?.length).toBe(length);
      },
    ),
    { numRuns: 40 },
  );
});

test('the sentence says the length as far as it has been counted', () => {
  const sentenceOf = (text: string) => toldOf(HELD['a shared text']?.(text) ?? new Uint8Array())?.sentence;
  expect(sentenceOf('ế'.repeat(200_000))).toMatch(/dài 200\.000 ký tự, nhiều hơn 32\.767 ký tự cho phép/);
  expect(sentenceOf('ế'.repeat(1_400_000))).toMatch(/dài hơn 350\.000 ký tự, nhiều hơn 32\.767 ký tự cho phép/);
});

test.each(['&#x1ebf;', '_x1EBF_', '&#0000000000007871;', '&amp;', '👍', 'ế\r\n'])(
  'a text of megabytes of %j ends with a whole character',
  (written) => {
    for (const ahead of ['', 'a']) {
      const value = String(
        cellOf(HELD['a text of the cell']?.(ahead + written.repeat(9_000_000 / written.length)) ?? new Uint8Array())?.value,
      );
      expect(value.slice(0, 50)).not.toMatch(/&|#|\ufffd/.test(written) ? /#|;|\ufffd/ : /\ufffd/);
      expect([value.length > MOST, LONE_HALF.test(value)]).toEqual([true, false]);
    }
  },
);

test('megabytes of blanks are no blank cell with something behind them', () => {
  expect(toldOf(HELD['a shared text']?.(`${' '.repeat(9_000_000)}95`) ?? new Uint8Array())).toMatchObject({ length: MOST, more: true });
});

test('of a form with megabytes of explanation the cell is named, and how long its text is', async () => {
  const report = aReport();
  report.indicators['PL1.I.1.3'].explanation = 'GIẢI TRÌNH';
  const parts = unzipSync(await aFilledForm(report, null));
  for (const [name, part] of Object.entries(parts)) {
    const text = strFromU8(part);
    if (text.includes('GIẢI TRÌNH')) parts[name] = strToU8(text.replace('GIẢI TRÌNH', 'ế'.repeat(700_000)));
  }
  const { findings } = readUpload(zipSync(parts), context);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([
    expect.objectContaining({
      rule: 'text-too-long',
      row: 'PL1.I.1.3',
      sheet: 'Phụ lục I',
      cell: expect.stringMatching(/^[A-Z]+\d+$/),
      facts: { length: 700_000, most: MOST },
    }),
  ]);
});

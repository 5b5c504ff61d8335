import { adoptionEdits } from '../../../core/adopting/adoption-edits.ts';
import { choosableLines, confirm } from '../../../core/adopting/confirm.ts';
import { recognise } from '../../../core/adopting/recognise.ts';
import type { FoundTable } from '../../../core/adopting/recognition.ts';
import type { GridRow } from '../../../core/grid.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { MATCH_WORDS, matchSentences, meaningSentence, noPlaceSentence, unconfirmedSentence } from '../../../core/wording/adopting.ts';
import { obligationsIn, row, TINH_KHE } from '../../support/a-form.ts';
import { aProvinceWorkbook, type ProvinceWorkbook, type Sending } from './a-province-workbook.ts';

const ALIKE = ['PL1.I.1.3', 'PL1.I.2.7', 'PL1.II.1.1', 'PL1.II.2.5'].map(row);

/** Phụ lục I without headings: its alike rows are for a person to tell apart, the others to confirm. */
async function anUnsureTable(
  over: Partial<Sending> = {},
): Promise<{ sent: ProvinceWorkbook; table: FoundTable; truth: Map<RowId, number> }> {
  const sent = await aProvinceWorkbook({ headings: 'none', ...over });
  const table = recognise(sent.workbook, obligationsIn('2026'))[0]?.suggested;
  if (!table) throw new Error('no table');
  return { sent, table, truth: new Map([...sent.rows].filter(([id]) => table.matches.has(id))) };
}

test('nothing that is unsure is taken without a person', async () => {
  const { table } = await anUnsureTable();
  expect(confirm(table, new Map())).toEqual({ ok: false, error: { kind: 'undecided', ids: [...table.matches.keys()] } });
  const kinds = [...table.matches].filter(([, { kind }]) => kind === 'ambiguous').map(([id]) => id);
  expect(kinds).toEqual(ALIKE);
});

test('what a person chose stands, and what they left out is no row', async () => {
  const { table, truth } = await anUnsureTable();
  const chosen = confirm(table, truth);
  expect(chosen).toEqual({ ok: true, value: { table, rows: truth } });
  const none = confirm(table, new Map([...truth.keys()].map((id) => [id, null])));
  expect(none).toMatchObject({ ok: true, value: { rows: new Map() } });
});

test('one line is not two rows, and a header or a heading is none', async () => {
  const { table, truth } = await anUnsureTable();
  const [one = row(''), two = row('')] = ALIKE;
  const at = truth.get(one) ?? 0;
  expect(confirm(table, new Map([...truth, [two, at]]))).toEqual({
    ok: false,
    error: { kind: 'row-taken-twice', row: at, ids: [one, two] },
  });
  const header = table.headersAgain[0]?.row ?? 0;
  expect(confirm(table, new Map([...truth, [one, header]]))).toEqual({ ok: false, error: { kind: 'no-such-row', row: header, id: one } });
  expect(choosableLines(table).map((line) => line.row)).not.toContain(header);
});

test('a certain row may be chosen otherwise', async () => {
  const { table, truth } = await anUnsureTable({ headings: 'all' });
  const id = row('PL1.I.1.1');
  expect(confirm(table, new Map([[id, null]]))).toMatchObject({
    ok: true,
    value: { rows: new Map([...truth].filter(([one]) => one !== id)) },
  });
});

test('a table with a column Mã of its own, or with no room at its right, is not adopted', async () => {
  const refusal = async (over: Partial<Sending>, more: readonly GridRow[] = []) => {
    const { sent, table } = await anUnsureTable({ headings: 'all', ...over });
    const grids = sent.workbook.grids.map((grid) => (grid.title === table.sheet ? { ...grid, rows: [...grid.rows, ...more] } : grid));
    const indicators = confirm(table, new Map());
    if (!indicators.ok) throw new Error(indicators.error.kind);
    const edits = adoptionEdits({ ...sent.workbook, grids }, [indicators.value], obligationsIn('2026'), TINH_KHE);
    return edits.ok ? null : edits.error;
  };
  expect(await refusal({})).toBeNull();
  expect(await refusal({ ownColumns: ['Ghi chú', 'Mã'] })).toEqual({ kind: 'own-key-column', sheet: 'PL1', row: 5, column: 7 });
  const everyEighth = Array.from(
    { length: 2048 },
    (_, k) => ({ column: 8 * (k + 1), value: 'x', error: null, format: 'plain', formula: false }) as const,
  );
  expect(await refusal({}, [{ number: 999, hidden: false, cells: everyEighth }])).toEqual({ kind: 'no-free-columns', sheet: 'PL1' });
});

test('the four ways to match have a word each, and a sign that asks for a person where one is needed', () => {
  expect(new Set(Object.values(MATCH_WORDS).map(({ word }) => word)).size).toBe(4);
  const asking = Object.entries(MATCH_WORDS).filter(([, { sign }]) => sign === '▲');
  expect(asking.map(([kind]) => kind)).toEqual(['probable', 'ambiguous']);
});

test('what is said of a row names its place and what to do', async () => {
  const { table } = await anUnsureTable();
  const of = (id: string) => table.matches.get(row(id)) ?? { kind: 'absent' };
  expect([matchSentences({ kind: 'absent' }), matchSentences(of('PL1.I.1.1')), matchSentences(of('PL1.I.1.3'))]).toEqual([
    ['Không thấy dòng này trong bảng. Nếu đơn vị phải báo cáo, chép dòng này từ Kế hoạch vào bảng rồi nhận diện lại.'],
    ['Có thể là dòng 6.', 'Phía trên không có dòng giai đoạn hoặc nhóm để đối chiếu.'],
    ['Các dòng 8, 17 đều có thể là dòng này: chọn một dòng.'],
  ]);
  const lines = table.lines.filter(({ meaning }) => meaning.kind !== 'row').map(({ meaning }) => meaningSentence(meaning));
  expect([...new Set(lines)]).toEqual([
    'Có thể là một trong các dòng I.1.3, II.1.1: Kế hoạch có những dòng trùng hoặc gần trùng tên.',
    'Tiêu đề cột lặp lại ở trang sau.',
    'Có thể là một trong các dòng I.2.7, II.2.5: Kế hoạch có những dòng trùng hoặc gần trùng tên.',
    'Giống một tiêu đề nhưng Kế hoạch không có; các dòng bên dưới cần xác nhận.',
  ]);
});

test('why a table cannot be adopted yet is said with what to do', () => {
  expect([
    unconfirmedSentence({ kind: 'undecided', ids: ALIKE }),
    unconfirmedSentence({ kind: 'row-taken-twice', row: 12, ids: ALIKE.slice(0, 2) }),
    unconfirmedSentence({ kind: 'no-such-row', row: 5, id: row('PL1.I.1.3') }),
    noPlaceSentence({ kind: 'own-key-column', sheet: 'PL1', row: 5, column: 7 }),
    noPlaceSentence({ kind: 'no-free-columns', sheet: 'PL1' }),
  ]).toEqual([
    'Còn 4 dòng chưa xác nhận: I.1.3, I.2.7, II.1.1, II.2.5. Chọn dòng tương ứng hoặc “Không có trong bảng”.',
    'Dòng 12 được chọn cho cả I.1.3, I.2.7. Mỗi dòng trong bảng chỉ ứng với một dòng của Kế hoạch.',
    'Dòng 5 chọn cho I.1.3 không phải là dòng nội dung của bảng. Chọn dòng khác.',
    'Bảng đã có cột “Mã” của đơn vị (ô G5, trang tính “PL1”). Đổi tên cột này rồi thử lại.',
    'Trang tính “PL1” không còn đủ cột trống bên phải bảng. Xóa bớt cột không dùng rồi thử lại.',
  ]);
});

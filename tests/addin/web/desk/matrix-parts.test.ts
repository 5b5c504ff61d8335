import { cellFigure, matrixCellLook } from '../../../../addin/ui/matrix-cell-look.ts';
import { plannedRows } from '../../../../addin/ui/planned-row.ts';
import { changedQuery, readQuery } from '../../../../addin/web/desk/desk-query.ts';
import { filtered } from '../../../../addin/web/desk/matrix/filter.ts';
import { moved } from '../../../../addin/web/desk/matrix/move.ts';
import { trendPoints } from '../../../../addin/web/desk/matrix/trend-points.ts';
import { itemsOf, windowOf } from '../../../../addin/web/desk/windowing/window-of.ts';
import { usedIn } from '../../../../core/passport/used-in.ts';
import type { Agency, AgencyId } from '../../../../core/plan/agency.ts';
import type { Period } from '../../../../core/plan/period.ts';
import type { Indicator } from '../../../../core/plan/plan.ts';
import { obligationsIn } from '../../../support/a-form.ts';
import { matrixOf } from '../../../support/some-reports.ts';
import { aReport, obligations } from './a-desk.ts';

const { plan } = obligations;
const PERIOD = '2026' as Period;
const AGENCY = 'STC' as AgencyId;
const indicatorOf = (id: string): Indicator => obligations.plan.indicators.find((one) => one.id === id) as Indicator; // of the seed
const agencyOf = (id: string): Agency => obligations.agency.get(id) as Agency; // of the seed
const satisfaction = indicatorOf('PL1.I.1.3');
const sent = [aReport('STC' as AgencyId), aReport('SYT' as AgencyId)];
const matrix = matrixOf(sent, obligations);
const all = { rows: plannedRows(matrix.indicators, obligations.plan.indicators), agencies: obligations.agencies };
const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

describe('the look of a cell', () => {
  test('a missing cell, a zero, a blank by right and nothing arisen are four different things', () => {
    const looks = [
      matrixCellLook(satisfaction, { period: PERIOD, agency: AGENCY }, { state: 'not-reported' }),
      matrixCellLook(satisfaction, { period: PERIOD, agency: AGENCY }, { state: 'reported', numerator: 0, denominator: 10 }),
      matrixCellLook(satisfaction, { period: PERIOD, agency: AGENCY }, undefined),
      matrixCellLook(satisfaction, { period: PERIOD, agency: AGENCY }, { state: 'nothing-arose' }),
      matrixCellLook(satisfaction, { period: PERIOD, agency: AGENCY }, { state: 'no-figure', explanation: 'Đang rà soát' }),
    ];
    expect(looks.map(({ tone, sign, short }) => [tone, sign, short])).toEqual([
      ['missing', '○', ''],
      ['below', '▲', '0%'],
      ['not-owed', '', ''],
      ['none', '–', ''],
      ['no-figure', '?', ''],
    ]);
  });

  test('the target itself is met, a hair below it neither is nor reads so', () => {
    const at = (numerator: number) =>
      matrixCellLook(satisfaction, { period: PERIOD, agency: AGENCY }, { state: 'reported', numerator, denominator: 1_000_000 });
    expect([at(950_000), at(949_999)].map(({ tone, short }) => [tone, short])).toEqual([
      ['met', '95%'],
      ['below', '94,9999%'],
    ]);
  });

  test('in the year that it is due, what is below is missed', () => {
    const cell = { state: 'reported', numerator: 1, denominator: 2 } as const;
    expect(matrixCellLook(satisfaction, { period: '2027' as Period, agency: AGENCY }, cell)).toMatchObject({ tone: 'missed', sign: '✕' });
    expect(cellFigure(satisfaction, cell)).toBe('50% (1/2)');
  });
});

describe('the filter', () => {
  test('a search without diacritics finds both Sơn Hà and Sơn Hạ, one with them only the one', () => {
    const found = (tim: string) => filtered(all, { tim }, plan).agencies.map(({ shortName }) => shortName);
    expect(found('son ha').sort()).toEqual(['Xã Sơn Hà', 'Xã Sơn Hạ']);
    expect(found('Sơn Hạ')).toEqual(['Xã Sơn Hạ']);
    expect(found('SƠN  HẠ'.normalize('NFD'))).toEqual(['Xã Sơn Hạ']);
  });

  test('a search for an indicator keeps every agency', () => {
    const { rows, agencies } = filtered(all, { tim: 'I.2.3' }, plan);
    expect(rows.map(({ row }) => row.id)).toContain('PL1.I.2.3');
    expect(agencies).toHaveLength(112);
    expect(filtered(all, { tim: 'không có gì như thế' }, plan)).toEqual({ rows: [], agencies: [] });
  });

  test('kind, verdict, flags and missing narrow it down together', () => {
    expect(filtered(all, { khoi: 'XA' }, plan).agencies).toHaveLength(96);
    expect(filtered(all, { ketqua: 'below' }, plan).rows.every(({ row }) => row.verdict === 'below')).toBe(true);
    expect(filtered(all, { co: '1' }, plan).rows.every(({ row }) => row.why.flagged)).toBe(true);
    const missing = filtered(all, { thieu: '1' }, plan);
    expect(idsOf(missing.agencies)).not.toContain('STC');
    expect(idsOf(missing.agencies)).toContain('SNV');
  });

  test('what the address says comes back from it; an empty word leaves it', () => {
    const query = changedQuery({ ky: '2026', the: 'ma-tran' }, { tim: 'Sơn Hạ & I.2', co: '1', khoi: '' });
    expect(readQuery(query)).toEqual({ ky: '2026', the: 'ma-tran', tim: 'Sơn Hạ & I.2', co: '1' });
    expect(readQuery(changedQuery(readQuery(query), { tim: null }))).toEqual({ ky: '2026', the: 'ma-tran', co: '1' });
  });

  test('an address from before the overview that names what only the matrix had opens the matrix', () => {
    expect(readQuery('?ky=2026&dong=PL1.I.1.3')).toEqual({ ky: '2026', the: 'ma-tran', dong: 'PL1.I.1.3' });
    expect(readQuery('?ky=2026')).toEqual({ ky: '2026' });
  });
});

test('keys move one cell, to the ends of a row, to the corners, and never out of the grid', () => {
  const last = { row: 20, column: 112 };
  const from = { row: 3, column: 7 };
  const by = (key: string, control = false) => moved(from, key, control, last, 5);
  expect([by('ArrowUp'), by('ArrowRight'), by('Home'), by('End'), by('Home', true), by('End', true), by('PageUp')]).toEqual([
    { row: 2, column: 7 },
    { row: 3, column: 8 },
    { row: 3, column: 0 },
    { row: 3, column: 112 },
    { row: 0, column: 0 },
    last,
    { row: 0, column: 7 },
  ]);
  expect(moved(last, 'ArrowDown', false, last, 5)).toEqual(last);
  expect(by('x')).toBeNull();
});

test('only what is in sight is drawn, and the cell that has the focus', () => {
  expect(windowOf(0, 600, 60, 3400)).toEqual([0, 13]);
  expect(windowOf(203_700, 600, 60, 3400)).toEqual([3392, 3400]);
  expect(itemsOf([10, 13], 2, 3400)).toEqual([10, 11, 12, 2]);
  expect(itemsOf([10, 13], 11, 3400)).toEqual([10, 11, 12]);
  expect(itemsOf([10, 13], -1, 3400)).toEqual([10, 11, 12]);
});

test('a cell says which share of the result it is, or why it is none', () => {
  const planned = all.rows.find(({ row }) => row.id === satisfaction.id);
  if (!planned) throw new Error('[matrix] "PL1.I.1.3": not there');
  const words = { nameOf: (id: string) => agencyOf(id).name, plan };
  const cell = planned.row.cells[agencyOf('STC').id] ?? { state: 'not-reported' };
  expect(usedIn(planned, cell, agencyOf('STC'), words)).toMatch(/^Tử số [\d.]+\/[\d.]+ \([\d,]+%\) tử số toàn tỉnh; mẫu số /);
  expect(usedIn(planned, { state: 'nothing-arose' }, agencyOf('STC'), words)).toContain('không phát sinh');
  const stated = all.rows.find(({ row }) => row.id === 'PL1.I.1.1');
  if (!stated) throw new Error('[matrix] "PL1.I.1.1": not there');
  expect(usedIn(stated, cell, agencyOf('STC'), words)).toBe('Chỉ để đối chiếu: số toàn tỉnh lấy theo báo cáo của Văn phòng UBND tỉnh.');
  expect(usedIn(stated, cell, agencyOf('VPUB'), words)).toBe('Là số của toàn tỉnh cho chỉ tiêu này.');
});

test('the trend goes by year, a row that began later through the one that it continues', () => {
  const continuing = obligations.plan.indicators.find(({ continues }) => continues === satisfaction.id);
  if (!continuing) throw new Error('[plan] "PL1.I.1.3": nothing continues it');
  const later = matrixOf([], obligationsIn('2028'));
  const points = trendPoints(continuing, [later, matrix], obligations.plan.indicators);
  expect(points.map(({ period, value }) => [period, value === null])).toEqual([
    ['2026', false],
    ['2028', true],
  ]);
});

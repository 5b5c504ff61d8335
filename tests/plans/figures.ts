import { IndicatorEntry } from '../../core/report.ts';

type ByAgency = Readonly<Record<string, IndicatorEntry>>;

const counts = (numerator: number, denominator: number): IndicatorEntry => ({ state: 'reported', numerator, denominator });
const value = (one: number | boolean): IndicatorEntry => ({ state: 'reported', value: one });

/** What the agencies report, the same of each or by agencies: in the quarter, then for the whole year. */
const FIGURES: Readonly<Record<string, IndicatorEntry | ByAgency>> = {
  'A1.CQ.2': counts(2, 200),
  'A1.CQ.3': {
    ...Object.fromEntries(['KHCN', 'NV', 'TC', 'YT', 'TTHCC', 'TTCDS', 'BVDK'].map((id) => [id, value(true)])),
    BVSN: { ...value(false), explanation: 'Đang rà soát danh mục' },
  },
  'A1.CQ.4': { TTHCC: counts(95, 100), BVSN: counts(89, 100), HND: counts(70, 100), 'P-01': counts(90, 100) },
  'A1.CQ.6': IndicatorEntry.parse({ ...value(true), on: '2026-03-20', evidence: 'Quyết định số 12/QĐ-UBND' }),
  'A1.DM.1': { YT: counts(2_805_000, 3_400_000), BVDK: counts(180, 200), BVSN: counts(90, 100) },
  'A1.DM.2': { BVDK: value(24.5), BVSN: value(36.7) },
  'A1.DM.4': { HND: value(300), HPN: value(250) },
  'K2.5': value(5750.5),
  'A1.CQ.1': counts(124, 200),
  'A1.CQ.5': value(2),
  'A1.DM.3': value(70.125),
  'K2.1': value(8),
  'K2.2': value(85),
  'K2.3': value(12.5),
  'K2.4': counts(45, 1000),
};

/** The figure of one agency in a row. */
export function figureOf(row: string, agency: string): IndicatorEntry {
  const said = FIGURES[row] ?? {};
  const own = isEntry(said) ? said : said[agency];
  if (!own) throw new Error(`[figures] "${row} ${agency}": none`);
  return own;
}

const isEntry = (said: IndicatorEntry | ByAgency): said is IndicatorEntry => typeof said.state === 'string';

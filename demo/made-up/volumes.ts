import type { Agency } from '../../core/plan/agency.ts';
import type { Indicator } from '../../core/plan/plan.ts';
import { agencySize, type Size } from './agency-size.ts';
import { diceOf } from './dice.ts';

type Range = readonly [low: number, high: number];

/** What a row counts decides which offices have much of it. */
type Stuff = 'work' | 'staff' | 'specialists' | 'even';

interface Volume {
  readonly stuff: Stuff;
  readonly range: Readonly<Record<Size, Range>>;
}

const volume = (stuff: Stuff, office: Range, ward: Range, plain: Range, mountain: Range): Volume => ({
  stuff,
  range: { office, ward, plain, mountain },
});

/** Denominators of a year by the size of the agency. Communes share one catalogue of procedures, so theirs are nearly alike. */
const VOLUMES: Readonly<Record<string, Volume>> = {
  'PL1.I.1.1': volume('work', [38, 96], [368, 381], [366, 379], [361, 377]),
  'PL1.I.1.2': volume('work', [84, 240], [121, 134], [119, 131], [112, 128]),
  'PL1.I.1.3': volume('work', [620, 2900], [3600, 8800], [900, 3100], [90, 620]),
  'PL1.I.2.1': volume('even', [9, 16], [4, 6], [4, 6], [3, 6]),
  'PL1.I.2.2': volume('work', [2900, 6400], [4200, 7800], [2100, 4600], [900, 2300]),
  'PL1.I.2.3': volume('even', [28, 64], [41, 49], [38, 47], [36, 45]),
  'PL1.I.2.4': volume('work', [58, 140], [42, 88], [28, 61], [14, 39]),
  'PL1.I.2.6': volume('staff', [62, 148], [310, 690], [210, 430], [96, 240]),
  'PL1.I.2.7': volume('specialists', [2, 5], [1, 3], [0, 2], [0, 1]),
  'PL1.II.1.2': volume('even', [76, 84], [10, 20], [10, 20], [10, 20]),
  'PL1.II.1.4': volume('work', [1800, 7400], [5200, 12400], [1900, 5600], [300, 1700]),
  'PL1.II.1.5': volume('work', [900, 4100], [2100, 6900], [800, 2700], [140, 820]),
  'PL1.II.2.2': volume('even', [3, 11], [1, 3], [0, 2], [0, 1]),
  'PL1.II.2.4': volume('even', [3, 6], [4, 6], [4, 5], [3, 5]),
  'PL1.II.2.6': volume('even', [3, 11], [1, 3], [0, 2], [0, 1]),
};
/** Satisfaction and certificates of 2028-2030 count what their rows of 2026-2027 counted. */
const volumeOf = (row: Indicator): Volume =>
  VOLUMES[row.id] ?? VOLUMES[row.continues ?? ''] ?? volume('even', [40, 160], [80, 240], [40, 140], [20, 80]);

const OFFICES: Readonly<Record<string, Partial<Record<Stuff, number>>>> = {
  VPUB: { work: 1.3, specialists: 2 },
  SKHCN: { specialists: 4.5 },
  SNV: { work: 1.2 },
  STC: { work: 1.4, specialists: 1.5 },
  SGDDT: { work: 1.5, staff: 21, specialists: 1.5 },
  STP: { work: 1.8 },
  SNNMT: { work: 2.9, staff: 3.4, specialists: 2 },
  SXD: { work: 2.2, staff: 1.6, specialists: 1.5 },
  SVHTTDL: { work: 0.8, staff: 2.2 },
  SYT: { work: 1.9, staff: 26, specialists: 2 },
  TTT: { work: 0.4 },
  SDTTG: { work: 0.3 },
  SNGV: { work: 0.3 },
  CAT: { work: 4.6, staff: 9, specialists: 5 },
};

/** Rows of which an office has nothing at all: an inspectorate offers no public service online. */
const NOTHING: Readonly<Record<string, readonly string[]>> = {
  TTT: ['PL1.I.1.1', 'PL1.I.1.2', 'PL1.I.1.3', 'PL1.II.1.1'],
  SDTTG: ['PL1.I.1.2'],
};

/** Whether an office has no more work than most: the demo can do without it. */
export const isSmallOffice = ({ id }: Agency): boolean => (OFFICES[id]?.work ?? 1) <= 1;

/** The whole that an agency counts for a row in a year; 0 where nothing arose. Work moves a little from year to year, staff hardly. */
export function madeUpWhole(row: Indicator, agency: Agency, year: number): number {
  if (NOTHING[agency.id]?.includes(row.id)) return 0;
  const { stuff, range } = volumeOf(row);
  const [low, high] = range[agencySize(agency)];
  const start = diceOf('whole', row.continues ?? row.id, agency.id).between(low, high) * (OFFICES[agency.id]?.[stuff] ?? 1);
  const drift = stuff === 'work' ? 0.06 : stuff === 'staff' ? 0.015 : 0;
  const swing = diceOf('swing', row.id, agency.id, year).unit() * 2 - 1;
  return Math.round(start * (1 + drift * swing));
}

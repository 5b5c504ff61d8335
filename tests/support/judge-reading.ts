import { canonicalJson } from '../../core/canonical.ts';
import type { RowId } from '../../core/plan/plan.ts';
import type { Report } from '../../core/report.ts';
import type { Upload } from '../../templates/upload/read-upload.ts';
import { type Changes, cellKey } from './changed-cells.ts';

/**
 * What became of a changed workbook: the same report; something told that was not before; another report where another is written; or a
 * fault.
 */
export type Judged = 'same' | 'told' | 'other' | { readonly fault: string };

type Entries = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** Fields that the form's look decides with: a date, a share, a count that is shown as one. */
const LOOKED_AT = new Set(['numerator', 'denominator', 'value', 'percent', 'issuedOn']);
/** What decides of the whole row. */
const DECIDES = ['state', 'status', 'id'] as const;

/**
 * Holds the reading of a changed workbook against that of the sound one. `changes`: where the two differ; null where they must say the
 * same.
 */
export function judgeReading(sound: Upload, read: Upload, changes: () => Changes | null): Judged {
  if (canonicalJson(read.report) === canonicalJson(sound.report)) return 'same';
  const before = new Set(sound.findings.map((one) => JSON.stringify(one)));
  if (read.findings.some((one) => !before.has(JSON.stringify(one)))) return 'told';
  if (!read.report || !sound.report) return { fault: 'no report, and nothing is said' };
  const where = changes();
  if (where === null) return { fault: 'another report, and nothing is said' };
  if (where.beyond.length > 0) return { fault: `another report after a change in ${where.beyond.join(', ')}, and nothing is said` };
  const moved = differences(sound.report, read.report).filter(([row, field]) => !mayDiffer(sound, where, row, field));
  return moved.length === 0
    ? 'other'
    : { fault: `${moved.map((one) => one.join(' ')).join(', ')}: no such cell was changed, and nothing is said` };
}

function mayDiffer(sound: Upload, { cells, looks }: Changes, row: string, field: string): boolean {
  const place = sound.places.get(row as RowId);
  if (!place) return false;
  if (looks && LOOKED_AT.has(field)) return true;
  return [field, ...DECIDES].some((one) => {
    const column = place.columns[one as keyof typeof place.columns];
    return column !== undefined && cells.has(cellKey(place.sheet, place.row, column));
  });
}

/** Row and field of all that two reports say differently. */
function differences(one: Report, other: Report): [string, string][] {
  const found: [string, string][] = ['plan', 'period', 'agency']
    .filter((name) => one[name as keyof Report] !== other[name as keyof Report])
    .map((name) => ['report', name]);
  for (const list of ['indicators', 'tasks'] as const) {
    const [before, after] = [one[list] as Entries, other[list] as Entries];
    for (const row of new Set([...Object.keys(before), ...Object.keys(after)]))
      for (const field of new Set([...Object.keys(before[row] ?? {}), ...Object.keys(after[row] ?? {})]))
        if (JSON.stringify(before[row]?.[field]) !== JSON.stringify(after[row]?.[field])) found.push([row, field]);
  }
  return found;
}

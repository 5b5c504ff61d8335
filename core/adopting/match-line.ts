import type { Field } from '../layout.ts';
import type { RowId } from '../plan/plan.ts';
import { nameKeys } from '../reading/name-keys.ts';
import { matchKey } from '../text.ts';
import type { AppendixLayout, ListedRow } from './appendix.ts';
import { placedAt, type TablePosition } from './headings.ts';
import { alikeNames } from './names-alike.ts';
import { numberKey } from './numbering.ts';
import type { MatchDoubt } from './recognition.ts';

/** What a line may be of the plan: one row (with what is doubtful about it), several alike ones, or none. */
export type LineMatch =
  | { readonly kind: 'row'; readonly id: RowId; readonly doubts: readonly MatchDoubt[] }
  | { readonly kind: 'alike'; readonly ids: readonly RowId[] };

/**
 * Finds the plan row of a line by its name and by the headings above it. Between alike rows only the headings decide; what else stands
 * in the line (TT, target) may speak against a row, never for it alone.
 */
export function matchLine(
  name: string,
  texts: ReadonlyMap<Field, string>,
  place: TablePosition,
  { rows }: AppendixLayout,
): LineMatch | null {
  const keys = nameKeys(name);
  const near = [...rows.values()].filter((row) => keys.some((key) => namesIn(row).some((name) => alikeNames(key, name))));
  if (near.length === 0) return null;
  const ids = new Set(near.flatMap(({ id, alike }) => [id, ...alike]));
  const candidates = [...rows.values()].filter(({ id }) => ids.has(id));
  const isExact = (row: ListedRow) => namesIn(row).some((one) => keys.includes(one));
  const named = candidates.some(isExact) ? candidates.filter(isExact) : near;
  const doubtsOf = (row: ListedRow): MatchDoubt[] => {
    const placed = placedAt(row, place);
    return [
      ...(isExact(row) ? [] : (['text-differs'] as const)),
      ...(placed === 'unknown' ? (['heading-missing'] as const) : placed === 'differs' ? (['other-heading'] as const) : []),
    ];
  };
  const [only, ...others] = candidates;
  if (only && others.length === 0) return { kind: 'row', id: only.id, doubts: doubtsOf(only) };
  const possible = named.filter((row) => placedAt(row, place) !== 'differs');
  const [chosen] = possible;
  const rivals = candidates.filter((row) => row !== chosen);
  const told = rivals.every((row) => placedAt(row, place) === 'differs');
  if (!chosen || possible.length > 1 || !told || speaksAgainst(texts, chosen, rivals))
    return { kind: 'alike', ids: candidates.map(({ id }) => id) };
  return {
    kind: 'row',
    id: chosen.id,
    doubts: [...doubtsOf(chosen), ...(speaksFor(texts, chosen, rivals) ? [] : (['alike-row'] as const))],
  };
}

/** Keys of the row's names, its own first. */
const namesIn = ({ key, former }: ListedRow): readonly string[] => [key, ...former];

/** A text of the line is not this row's, but is a rival's. */
const speaksAgainst = (texts: ReadonlyMap<Field, string>, row: ListedRow, rivals: readonly ListedRow[]): boolean =>
  told(texts).some(([field, text]) => !isOf(row, field, text) && rivals.some((rival) => isOf(rival, field, text)));

/** A text of the line is this row's, and no rival's. */
const speaksFor = (texts: ReadonlyMap<Field, string>, row: ListedRow, rivals: readonly ListedRow[]): boolean =>
  told(texts).some(([field, text]) => isOf(row, field, text) && !rivals.some((rival) => isOf(rival, field, text)));

const told = (texts: ReadonlyMap<Field, string>) => [...texts].filter(([field]) => field !== 'name');

function isOf({ texts }: ListedRow, field: Field, text: string): boolean {
  const own = texts.get(field) ?? '';
  return field === 'tt' ? numberKey(own) === numberKey(text) : matchKey(own) === matchKey(text);
}

import type { EntitySet } from '../../contract/feed/entity-set.ts';
import { CSV_START, csvLine } from '../../core/csv.ts';
import { type Entities, type FeedValue, feedReader } from './entities.ts';

/** A list as CSV, under the names of its properties: piece by piece. */
export function* feedCsv({ properties }: EntitySet, { each }: Entities): Generator<string> {
  yield `${CSV_START}${csvLine(properties.map(({ name }) => name))}`;
  const readers = properties.map(feedReader);
  // Of every cell of a country: one list for all lines.
  const fields: (string | number)[] = [];
  for (const entity of each()) {
    for (let k = 0; k < readers.length; k++) fields[k] = fieldOf(readers[k]?.(entity) ?? null);
    yield csvLine(fields);
  }
}

const fieldOf = (value: FeedValue): string | number => (typeof value === 'boolean' ? String(value) : (value ?? ''));

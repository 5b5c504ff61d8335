import type { EntitySet } from '../../contract/feed/entity-set.ts';
import { CSV_START, csvLine } from '../../core/csv.ts';
import { type Entities, type FeedValue, feedValueOf } from './entities.ts';

/** A list as CSV, under the names of its properties: piece by piece. */
export function* feedCsv({ properties }: EntitySet, { each }: Entities): Generator<string> {
  yield `${CSV_START}${csvLine(properties.map(({ name }) => name))}`;
  for (const entity of each()) yield csvLine(properties.map((property) => fieldOf(feedValueOf(entity, property))));
}

const fieldOf = (value: FeedValue): string | number => (typeof value === 'boolean' ? String(value) : (value ?? ''));

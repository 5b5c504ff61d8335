import type { EntitySet } from '../../contract/feed/entity-set.ts';
import { csvText } from '../../core/csv.ts';
import { type FeedEntity, feedValueOf } from './entities.ts';

/** A list as CSV, under the names of its properties. */
export function feedCsv({ properties }: EntitySet, entities: readonly FeedEntity[]): string {
  const lines = entities.map((entity) =>
    properties.map((property) => {
      const value = feedValueOf(entity, property);
      return typeof value === 'boolean' ? String(value) : (value ?? '');
    }),
  );
  return csvText([properties.map(({ name }) => name), ...lines]);
}

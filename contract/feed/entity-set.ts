import type { FEED_ACCESS } from './feed-access.ts';
import type { EdmType } from './leaves.ts';

/** What names an entity among all of its set. */
export type FeedKey = 'period' | 'row' | 'agency';

/** A property of an entity, which is a column of the table. */
export interface FeedProperty {
  readonly name: string;
  readonly type: EdmType;
  readonly isKey: boolean;
  /** The names that lead to its value in what the entity is made of. */
  readonly path: readonly string[];
  /** What it says, for people. */
  readonly meaning: string;
  /** What a number counts; null of what is no number, or of one whose row says it. */
  readonly unit: string | null;
  /** The release that brought it to its list. */
  readonly since: string;
}

/** A list of the feed: an entity set of OData and a table in CSV, of the very same columns. */
export interface EntitySet {
  readonly name: EntitySetName;
  /** Of one entity. */
  readonly entity: string;
  readonly title: string;
  readonly keys: readonly FeedKey[];
  readonly rights: (typeof FEED_ACCESS)['rights'] | 'consolidators';
  /** The release that brought it. */
  readonly since: string;
  /** The keys first. */
  readonly properties: readonly FeedProperty[];
}

export type EntitySetName = 'Indicators' | 'IndicatorCells' | 'Tasks' | 'TaskCells' | 'Agencies';

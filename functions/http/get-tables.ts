import { ENTITY_SETS, entitySetNamed } from '../../contract/feed/entity-sets.ts';
import type { getDictionaryRoute } from '../../contract/routes/get-dictionary.ts';
import type { getTableRoute } from '../../contract/routes/get-table.ts';
import { CSV } from '../../core/media-types.ts';
import type { Deps } from '../deps.ts';
import { entitiesOf } from '../feed/entities.ts';
import { feedCsv } from '../feed/feed-csv.ts';
import type { Serves } from './handler.ts';
import { forbidden, noTable } from './refusals.ts';
import { taggedText } from './tagged-text.ts';

/** A list as CSV, all periods in one. */
export const getTable =
  (deps: Deps): Serves<typeof getTableRoute> =>
  async ({ parameters, rows, caller }, reply) => {
    const name = /^(\w+)\.csv$/.exec(parameters.file)?.[1];
    const set = name === undefined ? undefined : entitySetNamed(name);
    if (!set) return noTable();
    if (set.rights === 'consolidators' && !caller.consolidator) return forbidden();
    return reply.file(CSV, `${set.name}.csv`, feedCsv(set, await entitiesOf(deps, set, rows, [])));
  };

/** What every column of every list says. */
export const getDictionary = (): Serves<typeof getDictionaryRoute> => {
  const sets = ENTITY_SETS.map(({ name, title, keys, rights, since, properties }) => ({
    name,
    title,
    keys,
    rights,
    since,
    properties: properties.map(({ path: _path, isKey: _isKey, ...property }) => property),
  }));
  const text = taggedText({ sets });
  return async (_call, reply) => reply.taggedText(text);
};

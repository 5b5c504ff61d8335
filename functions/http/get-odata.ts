import type { EntitySet, FeedProperty } from '../../contract/feed/entity-set.ts';
import { ENTITY_SETS, entitySetNamed } from '../../contract/feed/entity-sets.ts';
import type { countEntitiesRoute } from '../../contract/routes/count-entities.ts';
import type { EntityPage, getEntitiesRoute } from '../../contract/routes/get-entities.ts';
import type { getFeedMetadataRoute } from '../../contract/routes/get-feed-metadata.ts';
import type { getServiceDocumentRoute } from '../../contract/routes/get-service-document.ts';
import { PLAIN_TEXT, XML } from '../../core/media-types.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { Deps } from '../deps.ts';
import { type Entities, entitiesOf, type FeedEntity, feedReader } from '../feed/entities.ts';
import { feedMetadata } from '../feed/feed-metadata.ts';
import { type AskedOptions, type FeedQuery, readFeedQuery } from '../feed/feed-query.ts';
import type { FeedRefusal } from '../feed/feed-refusal.ts';
import { onPage, type Page, pageOf } from '../feed/page-of.ts';
import type { Caller } from '../identity/caller.ts';
import type { Rows } from '../identity/rights.ts';
import type { ApiRequest } from './api.ts';
import type { Serves } from './handler.ts';
import { type JsonTexts, jsonTexts } from './json-texts.ts';
import { type Refusal, refuse } from './problem.ts';
import { invalid } from './read-body.ts';
import { forbidden, noTable } from './refusals.ts';

/** Entities that one answer holds at most; the next page is at its link. */
const MOST_ENTITIES = 20_000;
const ODATA = { 'OData-Version': '4.0' } as const;
const ODATA_JSON = { ...ODATA, 'Content-Type': 'application/json;odata.metadata=minimal;charset=utf-8' } as const;

const rootOf = ({ origin }: Pick<ApiRequest, 'origin'>): string => `${origin}/api/odata`;

/** Which lists there are. */
export const getServiceDocument = (): Serves<typeof getServiceDocumentRoute> => async (call, reply) => {
  const value = ENTITY_SETS.map(({ name, title }) => ({ name, title, kind: 'EntitySet' as const, url: name }));
  return reply.json(200, { '@odata.context': `${rootOf(call)}/$metadata`, value }, ODATA_JSON);
};

/** What the lists are made of. */
export const getFeedMetadata = (): Serves<typeof getFeedMetadataRoute> => async (_call, reply) =>
  reply.file(XML, 'metadata.xml', feedMetadata(), ODATA);

/** A page of a list. */
export const getEntities =
  (deps: Deps): Serves<typeof getEntitiesRoute> =>
  async (call, reply) => {
    const asked = await askedEntities(deps, call);
    if (!asked.ok) return asked.error;
    const { set, query, entities } = asked.value;
    return reply.written(bodyOf(call, set, query, entities), ODATA_JSON);
  };

/** How many entities a list has that a filter leaves. */
export const countEntities =
  (deps: Deps): Serves<typeof countEntitiesRoute> =>
  async (call, reply) => {
    const asked = await askedEntities(deps, call);
    if (!asked.ok) return asked.error;
    return reply.file(PLAIN_TEXT, 'count.txt', String(asked.value.entities.count), ODATA);
  };

/** Whatever else OData has behind a list of ours. */
export const beyondFeed =
  () =>
  async ({ parameters: { set } }: { readonly parameters: { readonly set: string } }): Promise<Refusal<'not-found' | 'not-supported'>> =>
    entitySetNamed(set) || isBeyondUs(set) ? notSupported() : noTable();

interface AskedEntities {
  readonly set: EntitySet;
  readonly query: FeedQuery;
  readonly entities: Entities;
}

type AskingCall = AskedOptions & { readonly parameters: { readonly set: string }; readonly caller: Caller; readonly rows: Rows };

/** What a query of a list comes to for its caller. */
async function askedEntities(
  deps: Deps,
  call: AskingCall,
): Promise<Result<AskedEntities, Refusal<'not-found' | 'forbidden' | 'invalid-request' | 'not-supported'>>> {
  const name = call.parameters.set;
  const set = entitySetNamed(name);
  if (!set) return failed(isBeyondUs(name) ? notSupported() : noTable());
  if (set.rights === 'consolidators' && !call.caller.consolidator) return failed(forbidden());
  const query = readFeedQuery(call, set);
  if (!query.ok) return failed(refusalOf(query.error));
  return ok({ set, query: query.value, entities: await entitiesOf(deps, set, call.rows, query.value.filter) });
}

/** One entity by its key, and what OData has besides lists. */
const isBeyondUs = (name: string): boolean => name.startsWith('$') || entitySetNamed(name.split('(', 1)[0] ?? '') !== undefined;

function bodyOf(
  call: Pick<ApiRequest, 'origin' | 'query'>,
  set: EntitySet,
  asked: FeedQuery,
  { count, each }: Entities,
): JsonTexts<EntityPage> {
  const page = pageOf(asked, count, MOST_ENTITIES);
  const { next } = page;
  const properties = asked.select ?? set.properties;
  const selected = asked.select ? `(${asked.select.map(({ name }) => name).join(',')})` : '';
  return jsonTexts<EntityPage>({
    '@odata.context': `${rootOf(call)}/$metadata#${set.name}${selected}`,
    ...(asked.count && { '@odata.count': count }),
    value: selectedOf(onPage(page, each()), properties),
    ...(next && { '@odata.nextLink': `${rootOf(call)}/${set.name}?${queryFrom(call, next)}` }),
  });
}

function* selectedOf(entities: Iterable<FeedEntity>, properties: readonly FeedProperty[]): Generator<EntityPage['value'][number]> {
  const readers = properties.map((one) => [one.name, feedReader(one)] as const);
  for (const entity of entities) yield Object.fromEntries(readers.map(([name, read]) => [name, read(entity)]));
}

/** The same query from a place on. */
function queryFrom({ query }: Pick<ApiRequest, 'query'>, { skip, top }: NonNullable<Page['next']>): string {
  const kept = ['$select', '$filter', '$count', '$format'].map((name) => [name, query(name)] as const);
  const options = [...kept, ['$top', top] as const, ['$skiptoken', skip] as const];
  return options.flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`])).join('&');
}

const refusalOf = ({ problem, option }: FeedRefusal): Refusal<'invalid-request' | 'not-supported'> =>
  problem === 'not-supported' ? notSupported() : invalid(problem, [{ path: option, message: 'Giá trị không đúng.' }]);

const notSupported = (): Refusal<'not-supported'> =>
  refuse(
    'not-supported',
    'Nguồn dữ liệu này nhận danh sách, số dòng (/$count), $select, $top, $skip, $count, và $filter với eq, and trên các cột khóa. Phần còn lại lọc, sắp xếp ở chương trình dùng dữ liệu.',
  );

import type { EntitySet, FeedProperty } from '../../contract/feed/entity-set.ts';
import { ENTITY_SETS } from '../../contract/feed/entity-sets.ts';
import { markupText } from '../../core/xml-text.ts';

const VOCABULARIES = 'https://oasis-tcs.github.io/odata-vocabularies/vocabularies';
const CAPABILITIES = 'Org.OData.Capabilities.V1';
const CORE = 'Org.OData.Core.V1';
const NAMESPACE = 'phuluc';

/** What the feed does not do, as its metadata says it: a term of the vocabulary, and the member that is false. */
const NOT_DONE = [
  ['SortRestrictions', 'Sortable'],
  ['ExpandRestrictions', 'Expandable'],
  ['SearchRestrictions', 'Searchable'],
  ['InsertRestrictions', 'Insertable'],
  ['UpdateRestrictions', 'Updatable'],
  ['DeleteRestrictions', 'Deletable'],
] as const;

/** The description of the feed (OData CSDL XML 4.01), made from the lists. */
export const feedMetadata = (): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">',
    ...[CAPABILITIES, CORE].map(
      (name) => `<edmx:Reference Uri="${VOCABULARIES}/${name}.xml"><edmx:Include Namespace="${name}"/></edmx:Reference>`,
    ),
    `<edmx:DataServices><Schema Namespace="${NAMESPACE}" xmlns="http://docs.oasis-open.org/odata/ns/edm">`,
    ...ENTITY_SETS.map(entityType),
    '<EntityContainer Name="Feed">',
    ...ENTITY_SETS.map(entitySet),
    annotation(`${CAPABILITIES}.FilterFunctions`, '<Collection/>'),
    flag(`${CAPABILITIES}.BatchSupported`),
    '</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>',
    '',
  ].join('\n');

const entityType = ({ entity, keys, properties }: EntitySet): string =>
  `<EntityType Name="${entity}"><Key>${keys.map((key) => `<PropertyRef Name="${key}"/>`).join('')}</Key>\n${properties.map(property).join('\n')}\n</EntityType>`;

const property = ({ name, type, isKey, meaning, unit }: FeedProperty): string =>
  `<Property Name="${name}" Type="${type}"${isKey ? ' Nullable="false"' : ''}>${description(unit === null ? meaning : `${meaning} (${unit})`)}</Property>`;

const entitySet = ({ name, entity, title, properties }: EntitySet): string =>
  [
    `<EntitySet Name="${name}" EntityType="${NAMESPACE}.${entity}">`,
    description(title),
    ...NOT_DONE.map(([term, member]) =>
      annotation(`${CAPABILITIES}.${term}`, record(`<PropertyValue Property="${member}" Bool="false"/>`)),
    ),
    annotation(`${CAPABILITIES}.FilterRestrictions`, record(`<PropertyValue Property="Filterable" Bool="true"/>${filterable(properties)}`)),
    flag(`${CAPABILITIES}.IndexableByKey`),
    '</EntitySet>',
  ].join('\n');

const filterable = (properties: readonly FeedProperty[]): string => {
  const others = properties.filter(({ isKey }) => !isKey).map(({ name }) => `<PropertyPath>${name}</PropertyPath>`);
  return `<PropertyValue Property="NonFilterableProperties"><Collection>${others.join('')}</Collection></PropertyValue>`;
};

const description = (text: string): string => `<Annotation Term="${CORE}.Description" String="${markupText(text)}"/>`;
const annotation = (term: string, content: string): string => `<Annotation Term="${term}">${content}</Annotation>`;
const record = (content: string): string => `<Record>${content}</Record>`;
const flag = (term: string): string => `<Annotation Term="${term}" Bool="false"/>`;

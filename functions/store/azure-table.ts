import type { TableClient, TableEntityResult, TransactionAction } from '@azure/data-tables';
import { failed, ok, type Result } from '../../core/result.ts';
import { isConflict, isMissing, reached } from './azure-failure.ts';
import { type AzureSettings, clientOf } from './azure-settings.ts';
import { type DocumentToWrite, documentsToWrite } from './limits.ts';
import { joinedText, piecesOf } from './pieces.ts';
import { rowRange } from './row-range.ts';
import { storedValue } from './stored-value.ts';
import type { Change, Entity, Table } from './table.ts';

/** One call with all its repetitions, and a question whether the storage is there at all. */
const CALL_MS = 20_000;
const PING_MS = 5_000;
/** Entities that Table Storage answers with at once. */
const LARGEST_PAGE = 1_000;

/**
 * The port on a table of Azure Table Storage or its emulator. Who bears a key makes the table where it is missing; an identity has
 * rights on the table alone, which `infra/` has made. Throws `StoreUnavailable`.
 */
export async function openAzureTable(settings: AzureSettings): Promise<Table> {
  const client = clientOf(settings);
  const table = new AzureTable(client);
  if ('connectionString' in settings) await reached('open', client.tableName, CALL_MS, (options) => client.createTable(options));
  else await table.ping();
  return table;
}

type Found = TableEntityResult<Record<string, unknown>>;

class AzureTable implements Table {
  private readonly client: TableClient;

  constructor(client: TableClient) {
    this.client = client;
  }

  async read(partition: string, row: string): Promise<Entity | null> {
    try {
      return entityOf(await this.reached('read', (options) => this.client.getEntity<Record<string, unknown>>(partition, row, options)));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async list(partition: string, prefix: string): Promise<readonly Entity[]> {
    const queryOptions = { filter: filterOf(partition, prefix) };
    return this.reached('list', async (options) => {
      const found: Entity[] = [];
      // The client asks for page after page; a page may be empty and still not be the last.
      for await (const entity of this.client.listEntities({ ...options, queryOptions })) found.push(entityOf(entity));
      return found;
    });
  }

  async listPage(partition: string, prefix: string, after: string, most: number): Promise<readonly Entity[]> {
    const queryOptions = { filter: `${filterOf(partition, prefix)} and RowKey gt ${quoted(after)}` };
    return this.reached('list', async (options) => {
      const found: Entity[] = [];
      const pages = this.client.listEntities({ ...options, queryOptions }).byPage({ maxPageSize: Math.min(most, LARGEST_PAGE) });
      for await (const page of pages) {
        found.push(...page.map(entityOf));
        if (found.length >= most) break;
      }
      return found.slice(0, most);
    });
  }

  async commit(partition: string, changes: readonly Change[]): Promise<Result<'done', 'conflict'>> {
    const actions = documentsToWrite(partition, changes).map((change) => actionOf(partition, change));
    try {
      await this.reached('commit', (options) => this.client.submitTransaction(actions, options));
      return ok('done');
    } catch (error) {
      if (isConflict(error)) return failed('conflict');
      throw error;
    }
  }

  async partitions(): Promise<readonly string[]> {
    const found: string[] = [];
    for (let next = await this.partitionAfter(''); next !== null; next = await this.partitionAfter(next)) found.push(next);
    return found;
  }

  async ping(): Promise<void> {
    await reached('ping', this.client.tableName, PING_MS, (options) => this.first('', options));
  }

  async close(): Promise<void> {}

  private partitionAfter(partition: string): Promise<string | null> {
    return this.reached('list', (options) => this.first(partition, options));
  }

  /** Table Storage lists no partitions: the first row beyond one partition names the next. */
  private async first(after: string, options: { abortSignal: AbortSignal }): Promise<string | null> {
    const queryOptions = { filter: `PartitionKey gt ${quoted(after)}`, select: ['PartitionKey'] };
    for await (const page of this.client.listEntities({ ...options, queryOptions }).byPage({ maxPageSize: 1 }))
      for (const { partitionKey } of page) return partitionKey ?? null;
    return null;
  }

  private reached<T>(what: string, call: (options: { abortSignal: AbortSignal }) => Promise<T>): Promise<T> {
    return reached(what, this.client.tableName, CALL_MS, call);
  }
}

function filterOf(partition: string, prefix: string): string {
  const range = rowRange(prefix);
  const within = range ? ` and RowKey ge ${quoted(range.from)} and RowKey lt ${quoted(range.before)}` : '';
  return `PartitionKey eq ${quoted(partition)}${within}`;
}

const quoted = (key: string): string => `'${key.replaceAll("'", "''")}'`;

function actionOf(partitionKey: string, change: DocumentToWrite): TransactionAction {
  const entity = { partitionKey, rowKey: change.row, ...Object.fromEntries(piecesOf(change.text)) };
  return change.kind === 'insert' ? ['create', entity] : ['update', entity, 'Replace', { etag: change.etag }];
}

function entityOf(found: Found): Entity {
  return { row: found.rowKey ?? '', etag: found.etag, value: storedValue(joinedText(found)) };
}

import { type ContainerClient, BlobServiceClient as ServiceClient, type StoragePipelineOptions } from '@azure/storage-blob';
import { httpStatusOf, reached } from './azure-failure.ts';
import type { AzureSettings } from './azure-settings.ts';
import type { Files, KeptFile } from './files.ts';

/** One call with all its repetitions: ten megabytes over a slow line included. */
const CALL_MS = 30_000;

/** Where blobs are and how to get at them, as for the table. */
export type BlobSettings = AzureSettings;

/**
 * The port on a container of Azure Blob Storage or its emulator, named as the table is. Who bears a key makes it where it is missing; an
 * identity has rights on it alone, which `infra/` has made. Throws `StoreUnavailable`.
 */
export async function openAzureFiles(settings: BlobSettings): Promise<Files> {
  const container = containerOf(settings);
  if ('connectionString' in settings)
    await reached('open', container.containerName, CALL_MS, (options) => container.createIfNotExists(options));
  return new AzureFiles(container);
}

function containerOf(settings: BlobSettings): ContainerClient {
  const options: StoragePipelineOptions = {
    retryOptions: { maxTries: 4, retryDelayInMs: settings.retryDelayMs ?? 400, maxRetryDelayInMs: 4_000 },
  };
  const service =
    'connectionString' in settings
      ? ServiceClient.fromConnectionString(settings.connectionString, options)
      : new ServiceClient(settings.endpoint, settings.credential, options);
  return service.getContainerClient(settings.tableName.toLowerCase());
}

class AzureFiles implements Files {
  private readonly container: ContainerClient;

  constructor(container: ContainerClient) {
    this.container = container;
  }

  async keep(name: string, bytes: Uint8Array): Promise<void> {
    const blob = this.container.getBlockBlobClient(name);
    await this.reached('keep', (options) => blob.uploadData(bytes, options));
  }

  async read(name: string): Promise<Uint8Array | null> {
    try {
      return await this.reached('read', (options) => this.container.getBlobClient(name).downloadToBuffer(0, undefined, options));
    } catch (error) {
      if (httpStatusOf(error) === 404) return null;
      throw error;
    }
  }

  async list(): Promise<readonly KeptFile[]> {
    return this.reached('list', async (options) => {
      const found: KeptFile[] = [];
      for await (const { name, properties } of this.container.listBlobsFlat(options))
        found.push({ name, at: properties.lastModified, mark: properties.etag });
      return found;
    });
  }

  async remove({ name, mark }: KeptFile): Promise<void> {
    const conditions = { ifMatch: `"${mark.replaceAll('"', '')}"` };
    try {
      await this.reached('remove', (options) => this.container.deleteBlob(name, { ...options, conditions }));
    } catch (error) {
      if (httpStatusOf(error) !== 404 && httpStatusOf(error) !== 412) throw error;
    }
  }

  private reached<T>(what: string, call: (options: { abortSignal: AbortSignal }) => Promise<T>): Promise<T> {
    return reached(what, this.container.containerName, CALL_MS, call);
  }
}

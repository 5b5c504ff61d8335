import type { Files, KeptFile } from './files.ts';

/** The port in memory, for tests. */
export class MemoryFiles implements Files {
  private readonly kept = new Map<string, KeptFile & { readonly bytes: Uint8Array }>();
  private readonly clock: () => Date;
  private marks = 0;

  constructor(clock: () => Date = () => new Date()) {
    this.clock = clock;
  }

  async keep(name: string, bytes: Uint8Array): Promise<void> {
    this.kept.set(name, { name, at: this.clock(), mark: String(++this.marks), bytes: bytes.slice() });
  }

  async read(name: string): Promise<Uint8Array | null> {
    return this.kept.get(name)?.bytes ?? null;
  }

  async list(): Promise<readonly KeptFile[]> {
    return [...this.kept.values()].sort((one, two) => (one.name < two.name ? -1 : 1)).map(({ name, at, mark }) => ({ name, at, mark }));
  }

  async remove({ name, mark }: KeptFile): Promise<void> {
    if (this.kept.get(name)?.mark === mark) this.kept.delete(name);
  }
}

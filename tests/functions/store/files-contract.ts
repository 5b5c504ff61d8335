import { createHash } from 'node:crypto';
import type { Files } from '../../../functions/store/files.ts';

const named = (bytes: Uint8Array): string => `ke-hoach=31|2026|XA-21211|${createHash('sha256').update(bytes).digest('hex')}`;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What every store of files promises; each test has an empty one. */
export function filesContract(empty: () => Promise<Files>): void {
  let files: Files;
  beforeEach(async () => {
    files = await empty();
  });

  const names = async (): Promise<string[]> => (await files.list()).map(({ name }) => name);

  test('what was kept is read back byte for byte, and elsewhere there is nothing', async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, k) => (k * k) % 251);
    await files.keep(named(bytes), bytes);
    expect(Buffer.from((await files.read(named(bytes)))!).equals(Buffer.from(bytes))).toBe(true);
    expect(await files.read(named(bytesOf('khác')))).toBeNull();
  });

  test('a view of a larger buffer is kept as the view shows it', async () => {
    const view = bytesOf('xx biểu yy').subarray(3, 9);
    await files.keep('p|A|view', view);
    expect(Buffer.from((await files.read('p|A|view'))!)).toEqual(Buffer.from(view));
  });

  test('files are listed in the order of their names, with when they were kept', async () => {
    for (const name of ['p|B|2', 'p|A|1', 'p|A-|0']) await files.keep(name, bytesOf(name));
    expect(await names()).toEqual(['p|A-|0', 'p|A|1', 'p|B|2']);
    const [first] = await files.list();
    expect(Math.abs(first!.at.getTime() - Date.now())).toBeLessThan(600_000);
  });

  test('a listed file is removed; the same again is no failure', async () => {
    await files.keep('p|A|1', bytesOf('một'));
    const [file] = await files.list();
    await files.remove(file!);
    expect([await names(), await files.read('p|A|1')]).toEqual([[], null]);
    await files.remove(file!);
  });

  test('a file that was kept anew since it was listed is not removed', async () => {
    await files.keep('p|A|1', bytesOf('một'));
    const [file] = await files.list();
    await files.keep('p|A|1', bytesOf('một'));
    await files.remove(file!);
    expect(await names()).toEqual(['p|A|1']);
  });
}

import { bytesOfEntity, MOST_ENTITY_BYTES } from '../../../functions/store/limits.ts';
import { LONGEST_PIECE } from '../../../functions/store/pieces.ts';
import { type Change, OverLimit, type Table } from '../../../functions/store/table.ts';
import type { AStore } from '../../support/a-store.ts';

const insert = (row: string, value: unknown = row): Change => ({ kind: 'insert', row, value });
const numbered = (prefix: string, count: number, value: unknown = 0): Change[] =>
  Array.from({ length: count }, (_, k) => insert(`${prefix}${String(k).padStart(4, '0')}`, value));

/** What every store promises; each test has an empty store of its own. */
export function storeContract(store: AStore): void {
  let table: Table;
  beforeAll(() => store.start());
  beforeEach(async () => {
    table = await store.empty();
  });
  afterAll(() => store.stop());

  const read = async (row: string, partition = 'p'): Promise<unknown> => (await table.read(partition, row))?.value;
  const tagOf = async (row: string): Promise<string> => (await table.read('p', row))!.etag;

  test('what was inserted is read back, and elsewhere there is nothing', async () => {
    expect(await table.read('p', 'a')).toBeNull();
    expect(await table.commit('p', [insert('a', { số: [1, null, true, 'Đạt'] })])).toEqual({ ok: true, value: 'done' });
    expect(await read('a')).toEqual({ số: [1, null, true, 'Đạt'] });
    expect([await table.read('q', 'a'), await table.read('p', 'b')]).toEqual([null, null]);
  });

  test('a row is inserted once', async () => {
    await table.commit('p', [insert('a', 1)]);
    expect(await table.commit('p', [insert('a', 2)])).toEqual({ ok: false, error: 'conflict' });
    expect(await read('a')).toBe(1);
  });

  test('a row is replaced under its tag alone, and the tag is another then', async () => {
    await table.commit('p', [insert('a', 1)]);
    const etag = await tagOf('a');
    expect((await table.commit('p', [{ kind: 'replace', row: 'a', etag, value: 2 }])).ok).toBe(true);
    expect(await tagOf('a')).not.toBe(etag);
    expect(await table.commit('p', [{ kind: 'replace', row: 'a', etag, value: 3 }])).toEqual({ ok: false, error: 'conflict' });
    expect(await table.commit('p', [{ kind: 'replace', row: 'b', etag, value: 3 }])).toEqual({ ok: false, error: 'conflict' });
    expect([await read('a'), await read('b')]).toEqual([2, undefined]);
  });

  test('a shorter document replaces all of a longer one', async () => {
    await table.commit('p', [insert('a', 'x'.repeat(100_000))]);
    await table.commit('p', [{ kind: 'replace', row: 'a', etag: await tagOf('a'), value: 'y' }]);
    expect(await read('a')).toBe('y');
  });

  test.each([0, 1, 2])('a transaction is done whole or not at all (the step that fails: %i)', async (failing) => {
    await table.commit('p', [insert('here', 1)]);
    const etag = await tagOf('here');
    const steps: Change[] = [insert('a'), { kind: 'replace', row: 'here', etag, value: 2 }, insert('b')];
    steps[failing] = [insert('here'), { kind: 'replace' as const, row: 'here', etag: await staleTag(), value: 2 }, insert('here2', 1)][
      failing
    ]!;
    if (failing === 0) steps.splice(1, 1);
    if (failing === 2) await table.commit('p', [insert('here2')]);
    expect(await table.commit('p', steps)).toEqual({ ok: false, error: 'conflict' });
    expect([await read('a'), await read('b'), await read('here')]).toEqual([undefined, undefined, 1]);
  });

  const staleTag = async (): Promise<string> => {
    await table.commit('p', [insert('other')]);
    const etag = await tagOf('other');
    await table.commit('p', [{ kind: 'replace', row: 'other', etag, value: 2 }]);
    return tagOf('other');
  };

  test('rows are listed by prefix, in order, and in their own partition', async () => {
    await table.commit(
      'p',
      ['head|XA-2', 'head|XA-1', 'head|STC', 'head', 'heae', 'head}', 'audit|1'].map((row) => insert(row)),
    );
    await table.commit('q', [insert('head|X')]);
    const rows = async (prefix: string) => (await table.list('p', prefix)).map(({ row, value }) => [row, value]);
    expect(await rows('head|')).toEqual(['head|STC', 'head|XA-1', 'head|XA-2'].map((row) => [row, row]));
    expect((await rows('')).map(([row]) => row)).toEqual(['audit|1', 'head', 'head|STC', 'head|XA-1', 'head|XA-2', 'head}', 'heae']);
    expect(await rows('none')).toEqual([]);
  });

  test('a page of a list begins behind a row and has so many rows', async () => {
    for (let k = 0; k < 13; k++) await table.commit('p', numbered(`row|${String(k).padStart(2, '0')}`, 100, { k }));
    await table.commit('p', [insert('other'), insert('row}')]);
    const all = (await table.list('p', 'row|')).map(({ row }) => row);
    const page = async (after: string, most: number) => (await table.listPage('p', 'row|', after, most)).map(({ row }) => row);
    expect(await page('', 3)).toEqual(all.slice(0, 3));
    expect(await page(all[2]!, 1)).toEqual([all[3]]);
    expect(await page(`${all[2]}!`, 1_200)).toEqual(all.slice(3, 1_203));
    expect(await page(all[1_298]!, 5)).toEqual([all[1_299]]);
    expect(await page('row|99', 5)).toEqual([]);
    expect((await table.listPage('p', '', '', 1)).map(({ row }) => row)).toEqual(['other']);
  });

  test('a listed tag serves to replace', async () => {
    await table.commit('p', [insert('a', 1)]);
    const [{ etag } = { etag: '' }] = await table.list('p', '');
    expect((await table.commit('p', [{ kind: 'replace', row: 'a', etag, value: 2 }])).ok).toBe(true);
  });

  test('1,200 rows are listed whole', async () => {
    for (let k = 0; k < 12; k++) await table.commit('p', numbered(`row|${String(k).padStart(2, '0')}`, 100, { k }));
    const rows = await table.list('p', 'row|');
    expect(rows.length).toBe(1200);
    expect(rows.map(({ row }) => row)).toEqual(rows.map(({ row }) => row).sort());
  });

  test('partitions are named once each, in order', async () => {
    expect(await table.partitions()).toEqual([]);
    for (const partition of ['ke-hoach|2027', 'ke-hoach|2026', 'keys']) await table.commit(partition, numbered('row', 3));
    expect(await table.partitions()).toEqual(['ke-hoach|2026', 'ke-hoach|2027', 'keys']);
  });

  test.each([-2, -1, 0, 1])(
    'a long text is the same again, letters beyond the first plane at the cuts included (shift %i)',
    async (shift) => {
      const text = `${'ệ'.repeat(LONGEST_PIECE - 3 + shift)}😀😀😀${'Tỷ lệ 😀"\\\n'.repeat(9_000)}`;
      await table.commit('p', [insert('a', { text })]);
      expect((await read('a')) as { text: string }).toEqual({ text });
    },
  );

  test('half a surrogate pair does no harm', async () => {
    await table.commit('p', [insert('a', ['\ud83d', '\ude00x', '\u0000'])]);
    expect(await read('a')).toEqual(['\ud83d', '\ude00x', '\u0000']);
  });

  const odd = [
    '\u2028',
    '\u2029',
    '\u0085',
    '\r\n',
    '\u0000\u0001',
    '\u007f\u009f',
    '\u00a0',
    '\ufeff',
    '\ufffe\uffff',
    'a\u0323\u0302',
    '$& $1 $$',
  ];
  const protocol = [
    '--batch\r\n\r\n{}',
    '--changeset_x--',
    "RowKey='x'",
    'HTTP/1.1 409 {"odata.error":{}}',
    'PUT http://x HTTP/1.1',
    '{"@odata.type":1}',
  ];
  test.each([...odd, ...protocol].map((text) => [JSON.stringify(text), text]))('the text %s is the same again', async (_, text) => {
    expect((await table.commit('p', [insert('a', { text }), insert('b', `x${text}y`)])).ok).toBe(true);
    expect((await table.commit('p', [insert('c', text)])).ok).toBe(true);
    expect([await read('a'), await read('b'), await read('c')]).toEqual([{ text }, `x${text}y`, text]);
  });

  test('what is undefined is left out, what was stored is nobody else’s', async () => {
    const value = { kept: [1], gone: undefined };
    await table.commit('p', [insert('a', value)]);
    value.kept.push(2);
    const first = (await read('a')) as { kept: number[] };
    first.kept.push(3);
    expect(JSON.stringify(await read('a'))).toBe('{"kept":[1]}');
  });

  test('50 transactions at once each store their own', async () => {
    const done = await Promise.all(
      Array.from({ length: 50 }, (_, k) => table.commit('p', [insert(`a${k}`, { k }), insert(`b${k}`, `${k}`.repeat(2000))])),
    );
    expect(done.every(({ ok }) => ok)).toBe(true);
    for (let k = 0; k < 50; k++) expect([await read(`a${k}`), await read(`b${k}`)]).toEqual([{ k }, `${k}`.repeat(2000)]);
  });

  test('of 20 writers that saw the same tag one wins', async () => {
    await table.commit('p', [insert('a', -1)]);
    const etag = await tagOf('a');
    const done = await Promise.all(
      Array.from({ length: 20 }, (_, k) => table.commit('p', [{ kind: 'replace', row: 'a', etag, value: k }, insert(`by${k}`)])),
    );
    const winners = done.flatMap(({ ok }, k) => (ok ? [k] : []));
    expect(winners).toHaveLength(1);
    expect(await read('a')).toBe(winners[0]);
    expect((await table.list('p', 'by')).map(({ row }) => row)).toEqual([`by${winners[0]}`]);
  });

  const largest = 'x'.repeat(524_000);
  test('the largest document is stored, a larger one is refused', async () => {
    expect(bytesOfEntity('p', 'a', JSON.stringify(largest))).toBeLessThanOrEqual(MOST_ENTITY_BYTES);
    await table.commit('p', [insert('a', largest)]);
    expect(await read('a')).toBe(largest);
    await expect(table.commit('p', [insert('b', 'x'.repeat(524_288))])).rejects.toThrow(OverLimit);
  });

  test('a hundred changes are a transaction, 101 are not, nor are none or one row twice', async () => {
    expect((await table.commit('p', numbered('row', 100))).ok).toBe(true);
    for (const changes of [numbered('more', 101), [], [insert('a'), insert('a')]])
      await expect(table.commit('p', changes)).rejects.toThrow(OverLimit);
    expect(await table.list('p', 'more')).toEqual([]);
  });

  test('a transaction of nearly 4 MiB is stored, one of more is refused', async () => {
    expect((await table.commit('p', numbered('a', 99, 'x'.repeat(41_000)))).ok).toBe(true);
    await expect(table.commit('p', numbered('b', 99, 'ệ'.repeat(14_000)))).rejects.toThrow(OverLimit);
    expect(await table.list('p', 'b')).toEqual([]);
  });

  test.each(['a/b', 'a\\b', 'a#b', 'a?b', 'a%b', 'a\tb', 'a\u007fb', 'ă', '', 'x'.repeat(513)])('the key "%s" is refused', async (key) => {
    await expect(table.commit('p', [insert(key)])).rejects.toThrow(OverLimit);
    await expect(table.commit(key, [insert('a')])).rejects.toThrow(OverLimit);
  });

  test('every key that is not refused works', async () => {
    const keys = Array.from({ length: 95 }, (_, k) => String.fromCharCode(32 + k)).filter((letter) => !'/\\#?%'.includes(letter));
    for (const key of keys.map((letter) => `k${letter}k`)) {
      expect((await table.commit(key, [insert(key, { key })])).ok).toBe(true);
      expect([(await table.read(key, key))?.value, (await table.list(key, key.slice(0, 2)))[0]?.value]).toEqual([{ key }, { key }]);
    }
  });

  test('the storage answers', () => expect(table.ping()).resolves.toBeUndefined());
}

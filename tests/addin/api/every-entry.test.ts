import { everyEntry } from '../../../addin/api/every-entry.ts';
import { failed, ok } from '../../../core/result.ts';

const answered = (value: { entries: readonly number[]; next?: string }) => ok({ value, etag: null, status: 200 });

test('a list in three parts is put together, each part asked for once', async () => {
  const asked: (string | null)[] = [];
  const parts = [{ entries: [1, 2], next: 'a' }, { entries: [3], next: 'b' }, { entries: [4] }];
  const all = await everyEntry(async (after) => {
    asked.push(after);
    return answered(parts[asked.length - 1]!);
  });
  expect([all, asked]).toEqual([ok([1, 2, 3, 4]), [null, 'a', 'b']]);
});

test('where one part is refused, the refusal is the answer', async () => {
  const refused = failed({ kind: 'offline' } as const);
  expect(await everyEntry(async (after) => (after === null ? answered({ entries: [1], next: 'a' }) : refused))).toEqual(refused);
});

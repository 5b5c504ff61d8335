import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentsOfSeveral } from '../../cli/contents.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { FINANCE, TINH_KHE } from '../support/a-form.ts';

const folder = mkdtempSync(join(tmpdir(), 'contents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sent = (name: string, agency: AgencyId | null, content?: string) => {
  const path = join(folder, name);
  if (content !== undefined) writeFileSync(path, content);
  return { name, path: Buffer.from(path), agency };
};

test('only what an agency sent several times is read anew: the same bytes are the same content', async () => {
  const files = [sent('a', TINH_KHE, 'one'), sent('b', TINH_KHE, 'one'), sent('c', TINH_KHE, 'two'), sent('d', FINANCE, 'one')];
  const found = await contentsOfSeveral([...files, sent('e', null, 'one'), sent('f', null, 'one')]);
  expect([[...found.keys()], found.get('a') === found.get('b'), found.get('a') === found.get('c')]).toEqual([['a', 'b', 'c'], true, false]);
});

test('a file that is gone by then equals no other, nor another one that is gone', async () => {
  const found = await contentsOfSeveral([sent('g', TINH_KHE), sent('h', TINH_KHE), sent('i', TINH_KHE, 'one')]);
  expect(new Set(found.values()).size).toBe(3);
});

import { AgencyId } from '../../../core/plan/agency.ts';
import { changeCode } from '../../../functions/identity/sign-in-code.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { signInLinks } from '../../../host/start/sign-in-links.ts';

const OFFICES = ['VPUB', 'SKHCN'].map((id) => AgencyId.parse(id));
const AT = new Date('2026-11-25T01:00:00Z');
const after = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);

test('each office gets a link of its own, which lets in once and no later than half an hour after the start', async () => {
  const table = new MemoryTable();
  const links = await signInLinks(table, { offices: OFFICES, baseUrl: 'http://127.0.0.1:7071', at: AT });
  expect([...links].map(([office, link]) => [office, link.replace(/plc_[\w-]{22}$/, 'MÃ')])).toEqual(
    OFFICES.map((office) => [office, 'http://127.0.0.1:7071/desk/#ma-moi=MÃ']),
  );
  const [first = '', second = ''] = links.values();
  expect(await changeCode(table, first, after(29))).toMatchObject({ ok: true, value: { agency: 'VPUB' } });
  expect(await changeCode(table, first, after(29))).toEqual({ ok: false, error: 'unknown' });
  expect(await changeCode(table, second, after(31))).toEqual({ ok: false, error: 'unknown' });
});

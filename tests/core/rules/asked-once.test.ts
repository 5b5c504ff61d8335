import type { Report } from '../../../core/report.ts';
import { askedOnce } from '../../../core/rules/asked-once.ts';
import type { RuleContext } from '../../../core/rules/rule.ts';

test('the same of the same report is worked out once, of another report or beside something else anew', () => {
  const asked: string[] = [];
  const ask = askedOnce((report, { agency }) => {
    asked.push(`${report.agency} ${agency}`);
    return asked.length;
  });
  const [one, other] = [{ agency: 'A' }, { agency: 'B' }] as Report[];
  const [here, there] = [{ agency: 'here' }, { agency: 'there' }] as unknown as RuleContext[];
  expect([ask(one!, here!), ask(one!, here!), ask(one!, there!), ask(other!, there!), ask(other!, there!), ask(one!, here!)]).toEqual([
    1, 1, 2, 3, 3, 4,
  ]);
  expect(asked).toEqual(['A here', 'A there', 'B there', 'A here']);
});

import { obligationsOf } from '../../../core/plan/obligations.ts';
import { Period } from '../../../core/plan/period.ts';
import { madeUpInbox } from '../../../demo/made-up/inbox.ts';
import { defaultAgencies } from '../../../seeds/agencies.ts';
import { defaultPlan } from '../../../seeds/plan.ts';

const inboxOf = (year: string) => madeUpInbox(obligationsOf(defaultPlan(), defaultAgencies(), Period.parse(year)));

const fileOf = (year: string, kind: string) => inboxOf(year).files.filter((file) => file.kind === kind);

describe('mistakes of the made-up inbox', () => {
  test('each kind stands in one of the two years, and only two kinds still count', () => {
    const made = ['2026', '2027'].flatMap((year) => [...inboxOf(year).files, ...inboxOf(year).strange]);
    expect([...new Set(made.flatMap(({ kind }) => kind ?? []))].sort()).toEqual([
      'about-95',
      'columns-swapped',
      'count-as-text',
      'form-of-last-period',
      'part-became-a-date',
      'percent-in-a-count',
      'renamed-xls',
      'row-pasted-twice',
      'sent-twice',
      'text-file',
    ]);
    const counting = inboxOf('2026').files.flatMap(({ kind, counts }) => (kind && counts ? [kind] : []));
    expect(counting.sort()).toEqual(['count-as-text', 'sent-twice']);
  });

  test('swapped columns put a numerator above its denominator', () => {
    const [numerator, denominator] = fileOf('2026', 'columns-swapped')[0]!.mistakes;
    expect([numerator!.field, denominator!.field]).toEqual(['numerator', 'denominator']);
    expect(Number(numerator!.value)).toBeGreaterThan(Number(denominator!.value));
  });

  test('9/10 turned into a day of October', () => {
    const [mistake] = fileOf('2026', 'part-became-a-date')[0]!.mistakes;
    expect(mistake).toMatchObject({ field: 'numerator', value: new Date('2026-10-09T00:00:00Z'), numberFormat: 'd-mmm' });
  });

  test('a count typed as text is the report’s own count', () => {
    const { report, mistakes } = fileOf('2026', 'count-as-text')[0]!;
    const [mistake] = mistakes;
    expect(mistake!.value).toMatch(/^\d{1,3}(\.\d{3})+$/);
    expect(Number(String(mistake!.value).replaceAll('.', ''))).toBe(report.indicators[mistake!.row]!.denominator);
  });

  test('of two versions the later one counts', () => {
    const [first, second] = fileOf('2026', 'sent-twice');
    expect([first!.agency, first!.counts, second!.counts]).toEqual([second!.agency, false, true]);
    expect(Date.parse(first!.modified)).toBeLessThan(Date.parse(second!.modified));
    expect(first!.report).not.toEqual(second!.report);
  });

  test('a form of last period carries last period’s year', () => {
    expect(fileOf('2027', 'form-of-last-period').map(({ formPeriod, report }) => [formPeriod, report.period])).toEqual([['2026', '2026']]);
  });

  test('the strange files are an old Excel workbook and plain text', () => {
    const { strange } = inboxOf('2026');
    const bytesOf = (kind: string) => strange.find((file) => file.kind === kind)!.bytes;
    expect([...bytesOf('renamed-xls').slice(0, 8)]).toEqual([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(new TextDecoder('utf-16le').decode(bytesOf('renamed-xls'))).toContain('Workbook');
    expect(new TextDecoder().decode(bytesOf('text-file'))).toMatch(/^Phụ lục I\r\n/);
  });
});

import { readFileSync } from 'node:fs';
import { INDICATOR_SHEET, TASK_SHEET } from '../../support/plan-sheets.ts';

/** The headers that the contract gives for a sheet, in its order. */
function headersOnPage(title: string): string[] {
  const page = readFileSync('docs/contract.md', 'utf8');
  const [, list = ''] = new RegExp(`^- sheet \`${title}\`: ((?:.*·\\n)*.*)`, 'm').exec(page) ?? [];
  return [...list.matchAll(/`([^`]+)`/g)].map(([, header = '']) => header);
}

test.each([INDICATOR_SHEET, TASK_SHEET].map(({ title, columns }) => [title, columns.map(({ header }) => header)] as const))(
  'the contract names the columns of %s as they are, in their order',
  (title, headers) => {
    expect(headersOnPage(title)).toEqual(headers);
  },
);

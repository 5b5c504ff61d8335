import { setImmediate as aTurn } from 'node:timers/promises';
import { entryWorkbook } from '../../core/entering/entry-workbook.ts';
import type { TypedRows } from '../../core/entering/typed-rows.ts';
import { askedRows } from '../../core/form/asked-rows.ts';
import { inputsOf } from '../../core/form/row-inputs.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Obligations } from '../../core/plan/obligations.ts';
import type { ReadingContext } from '../../core/reading/read-report.ts';
import { unpackAhead } from '../unpack-ahead.ts';
import { readUpload } from '../upload/read-upload.ts';
import { plainBook } from './plain-book.ts';

/** After so many readings the next takes as long as any other: a tenth of what the first took. */
const READINGS = 24;

/** A form of an agency with the same in every field: not what anybody would send, but read in the same way. */
export function aTriedForm(obligations: Obligations, agency: AgencyId): Uint8Array {
  const rows = [...askedRows(obligations, agency)];
  const typed: TypedRows = Object.fromEntries(
    rows.map(([id, shape]) => [id, Object.fromEntries(inputsOf(shape).map(({ field }) => [field, '1']))]),
  );
  return plainBook(entryWorkbook(typed, obligations, agency));
}

/** Reads made-up forms of agencies here and there in the list. Stops when there is something to do. */
export async function warmUp(context: ReadingContext, isWanted: () => boolean): Promise<void> {
  if (context.expected === null) return;
  const obligations = context.obligationsOf(context.expected);
  const { agencies } = obligations;
  for (let k = 0; k < READINGS; k++) {
    const agency = agencies[Math.floor((k * agencies.length) / READINGS)];
    await aTurn();
    if (isWanted() || !agency) return;
    const form = aTriedForm(obligations, agency.id);
    readUpload(form, context, unpackAhead(form));
  }
}

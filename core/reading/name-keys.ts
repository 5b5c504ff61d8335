import { matchKey } from '../text.ts';

const ROW_NUMBER = /^\(?(?:\d{1,2}(?:\.\d{1,2})*[.)]*\s+|(?:\d{1,2}|[a-zđ])[.)]+\s*)|^[-•+*]\s*/;

/** A row's name as it may be written: as it is, or with its number or a dash before it ("1. Tỷ lệ …"). */
export function nameKeys(name: string): readonly string[] {
  const key = matchKey(name);
  const bare = key.replace(ROW_NUMBER, '');
  return bare === key ? [key] : [key, bare];
}

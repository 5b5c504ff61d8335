import { AgencyId } from '../../../core/plan/agency.ts';

/** An agency's code in what was typed of a receipt, which writes it `UBND xã … (mã XA-00001)`; null where a name stands there instead. */
export function agencyCodeIn(typed: string): string | null {
  const inBrackets = /\(([^()]*)\)?\s*$/.exec(typed)?.[1] ?? typed;
  const code = inBrackets
    .normalize('NFC')
    .replace(/^\s*mã\s/i, '')
    .trim()
    .replace(/\s*[\u2010-\u2015\u2212-]\s*|\s+/g, '-');
  return /^[A-Za-z][A-Za-z0-9-]*$/.test(code) ? code : null;
}

/** The codes that may be meant by one that was typed: as it stands first, then in capitals, then with the dash that was left out. */
export function codesMeant(typed: string): readonly AgencyId[] {
  const capitals = typed.toUpperCase();
  const all = new Set([typed, capitals, capitals.replace(/^([A-Z]+)(\d+)$/, '$1-$2')]);
  return [...all].flatMap((code) => AgencyId.safeParse(code).data ?? []);
}

import { companionOf } from '../companion-files.ts';
import { type FileLook, notAWorkbook } from '../rules/files.ts';
import type { Finding } from './finding.ts';

const LOOKS = {
  'excel-lock': 'lock',
  'libreoffice-lock': 'libreoffice-lock',
  'wps-lock': 'wps-lock',
  'of-system': 'of-system',
} as const satisfies Record<NonNullable<ReturnType<typeof companionOf>>, FileLook>;

/** What was found in a file whose name is known: of one that is no workbook the name says better than its bytes what left it there. */
export function namedCompanion(findings: readonly Finding[], name: string | null): readonly Finding[] {
  const companion = name === null ? null : companionOf(name);
  if (companion === null) return findings;
  return findings.map((one) => (one.rule === notAWorkbook.id ? { ...one, facts: { looksLike: LOOKS[companion] } } : one));
}

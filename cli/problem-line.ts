import type { Problem } from './problems.ts';

const SIGNS = { error: '✕', warning: '▲', hint: '·' } as const satisfies Record<Problem['severity'], string>;

/** "  ✕ Biểu 01 · J12: …" */
export function problemLine({ severity, sheet, cell, message }: Problem): string {
  const place = [sheet, cell].filter((part) => part !== undefined).join(' · ');
  return `  ${SIGNS[severity]} ${place === '' ? '' : `${place}: `}${message}`;
}

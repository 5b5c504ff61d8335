import { strFromU8, unzipSync } from 'fflate';

const CODE = /plc_[A-Za-z0-9_-]{22}/;

/** What the first letter says of a zip that was handed out. */
export function letterIn(zip: Uint8Array): string {
  const [, letter] = Object.entries(unzipSync(zip)).find(([name]) => name.endsWith('.docx')) ?? [];
  return letter ? strFromU8(unzipSync(letter)['word/document.xml'] ?? new Uint8Array()) : '';
}

/** The one-time code in that letter. */
export const codeIn = (zip: Uint8Array): string => CODE.exec(letterIn(zip))?.[0] ?? '';

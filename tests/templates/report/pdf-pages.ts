import { spawnSync } from 'node:child_process';

/** The words of each landscape page of a PDF, as poppler reads them; blanks are one. */
export const landscapePages = (pdf: string): string[] => pages(pdf).flatMap(({ isWide, text }) => (isWide ? [text] : []));

/** How many pages hold nothing but a number. */
export const emptyPages = (pdf: string): number => pages(pdf).filter(({ text }) => /^\d*$/.test(text)).length;

/** The words of each page. */
export const pageTexts = (pdf: string): string[] => pages(pdf).map(({ text }) => text);

/** How many pages it has. */
export const pageCount = (pdf: string): number => pages(pdf).length;

function pages(pdf: string): { isWide: boolean; text: string }[] {
  const { stdout } = spawnSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return [...stdout.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map(([, width, height, body = '']) => ({
    isWide: Number(width) > Number(height),
    text: [...body.matchAll(/<word [^>]*>(.*?)<\/word>/g)].map(([, word]) => word).join(' '),
  }));
}

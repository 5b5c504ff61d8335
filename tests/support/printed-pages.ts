import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PICTURES } from './browser.ts';

type Paper = Parameters<Page['pdf']>[0];

/** The texts of the pages of paper that a page prints; with pictures of them where pictures are asked for. */
export async function printedPages(page: Page, name: string, paper: Paper = { preferCSSPageSize: true }): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-paper-'));
  const path = join(folder, 'paper.pdf');
  await page.pdf({ ...paper, path });
  const text = execFileSync('pdftotext', ['-layout', path, '-']).toString();
  if (PICTURES) execFileSync('pdftoppm', ['-r', '60', '-png', path, join(PICTURES, `paper-${name}`)]);
  rmSync(folder, { recursive: true });
  return text.split('\f').slice(0, -1);
}

import { squash } from './text.ts';

/** Characters of a person's name. */
export const LONGEST_NAME = 120;

/** A name as receipts and audit show it: one line, no character that hides or turns round others; empty where nothing is left. */
export const personName = (text: string): string => [...squash(text.replace(/[^\P{C}\s]/gu, ''))].slice(0, LONGEST_NAME).join('');

/** How the demo speaks: results on stdout, a heading a part. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function heading(text: string): void {
  say(`\n── ${text} ${'─'.repeat(Math.max(0, 60 - text.length))}`);
}

export const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1).replace('.', ',')} giây`;

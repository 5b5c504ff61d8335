const ESCAPE = /_x([dD][89abAB][0-9a-fA-F]{2})__x([dD][c-fC-F][0-9a-fA-F]{2})_|_x([0-9a-fA-F]{4})_/g;

/**
 * Undoes the escapes of the format's texts (ECMA-376-1, 22.9.2.19) once: `_x000D_` is a carriage return, `_x005F_x000D_` the
 * literal text `_x000D_`. Half a surrogate pair stays as it is written: it is no character.
 */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (written, high?: string, low?: string, alone?: string) => {
    if (high !== undefined && low !== undefined) return String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16));
    const unit = Number.parseInt(alone ?? '', 16);
    return unit >= 0xd800 && unit < 0xe000 ? written : String.fromCharCode(unit);
  });
}

/** Text for a search alone: without case, tones, or the bar of Đ. Never a key to match by: “Sơn Hà” and “Sơn Hạ” are two communes. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

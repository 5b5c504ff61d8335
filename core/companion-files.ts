/**
 * What a program leaves beside the files of people, told by its name: the lock file of a workbook that Excel or LibreOffice has open, or
 * what a system keeps for itself (macOS, Windows). WPS Office names its own `.~` and the workbook's name. Null for any other name.
 */
export function companionOf(name: string): 'excel-lock' | 'libreoffice-lock' | 'wps-lock' | 'of-system' | null {
  const own = name.split(/[\\/]/).at(-1) ?? '';
  if (own.startsWith('~$')) return 'excel-lock';
  if (own.startsWith('.~lock.')) return 'libreoffice-lock';
  if (own.startsWith('.~')) return 'wps-lock';
  return /^(?:\._.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/is.test(own) || /(?:^|[\\/])__MACOSX[\\/]/.test(name) ? 'of-system' : null;
}

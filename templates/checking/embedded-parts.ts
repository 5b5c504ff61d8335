import { readRelated } from '../../xlsx/read/package/office-document.ts';
import { relationshipsOf } from '../../xlsx/read/package/relationships.ts';
import type { Archive } from '../../xlsx/read/zip/archive.ts';
import type { UncheckedPart } from './difference.ts';

/**
 * What programs show and nothing here reads, by the last word of the type of the relationship that leads to it (ISO/IEC 29500-1, 11.3, 12.3,
 * 14.2 and 15.2; [MS-XLSX] 2.1 for threaded comments; [MS-ODRAWXML] 2.1 for newer charts and models).
 */
const SHOWN: Readonly<Record<string, string>> = {
  image: 'hình ảnh',
  diagramData: 'sơ đồ',
  chartEx: 'biểu đồ kiểu mới',
  oleObject: 'đối tượng nhúng',
  package: 'tệp nhúng',
  control: 'nút, ô điều khiển',
  model3d: 'mô hình 3D',
  video: 'phim',
  audio: 'âm thanh',
  font: 'phông chữ nhúng',
  comments: 'phần ghi chú',
  threadedComment: 'phần ghi chú',
  vmlDrawing: 'trang hình vẽ kiểu cũ',
  ctrlProp: 'nút, ô điều khiển',
  chartsheet: 'trang biểu đồ',
  dialogsheet: 'trang hộp thoại',
  xlMacrosheet: 'trang macro',
  xlIntlMacrosheet: 'trang macro',
  frame: 'trang khung',
};
/** The place of what stands at no place that can be told. */
export const IN_FILE = 'Trong tệp';
/** Read elsewhere, or shown in no place of their own. */
const PASSED = new Set(['styles', 'sharedStrings', 'customXml']);
/** The workbook behind a chart is read with the chart. */
const READ_BEHIND: Readonly<Record<string, string>> = { chart: 'package' };
/** A package of ours has some dozens of parts that lead to others. */
const MOST_FOLLOWED = 2_000;

/** What is shown from a main part on, directly or by parts that it leads to, and nothing here reads; how many of each. */
export function embeddedParts(archive: Archive, main: string): UncheckedPart[] {
  const counts = new Map<string, number>();
  const followed = new Map([[main, 'officeDocument']]);
  for (const [part, kind] of followed) {
    if (followed.size > MOST_FOLLOWED) return [{ place: IN_FILE, text: 'quá nhiều phần' }];
    const links = archive.has(relationshipsOf(part)) ? readRelated(archive, part) : null;
    if (links?.ok === false) counts.set('phần không đọc được', (counts.get('phần không đọc được') ?? 0) + 1);
    for (const { type, target } of links?.ok ? links.value : []) {
      if (READ_BEHIND[kind] === type) continue;
      const shown = SHOWN[type];
      if (shown !== undefined) counts.set(shown, (counts.get(shown) ?? 0) + 1);
      if (target !== null && !PASSED.has(type) && !followed.has(target)) followed.set(target, type);
    }
  }
  return [...counts].map(([shown, count]) => ({ place: IN_FILE, text: `${count} ${shown}` }));
}

/** Drawings that are no charts, where there are some. */
export const shapesAt = (place: string, count: number): UncheckedPart[] =>
  count > 0 ? [{ place, text: `${count} hình vẽ, khung chữ` }] : [];

import { PARTS_AFTER_CLOSE, type PartName, SETTINGS_PARTS } from '../plan/settings-parts.ts';

/** Parts of a period's settings, one after the other, within a sentence. */
export const partsText = (parts: readonly PartName[]): string => parts.map((part) => SETTINGS_PARTS[part].name).join('; ');

/** What a close holds of the settings and what it does not. */
export const SETTINGS_AFTER_CLOSE = `Kỳ báo cáo đã khóa: chỉ còn sửa được phần ${partsText(PARTS_AFTER_CLOSE)}. Các phần khác giữ như lúc khóa, vì là căn cứ của số liệu, đánh giá và tên đơn vị trong kỳ; muốn sửa thì mở lại kỳ.`;

import { textWidth } from './text-width.ts';

/** The nation's name and motto above every official document (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** Size of the strokes of a rule, in points. */
export const RULE_SIZE = 7;
const STROKE = '─';

/** A rule as long as this many points, from strokes that join. */
export const strokeLine = (points: number): string => STROKE.repeat(Math.max(1, Math.round(points / textWidth(STROKE, RULE_SIZE))));

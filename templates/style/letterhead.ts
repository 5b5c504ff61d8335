import { textWidth } from './text-width.ts';

/** Size of the strokes of a rule, in points. */
export const RULE_SIZE = 7;
const STROKE = '─';

/** A rule as long as this many points, from strokes that join. */
export const strokeLine = (points: number): string => STROKE.repeat(Math.max(1, Math.round(points / textWidth(STROKE, RULE_SIZE))));

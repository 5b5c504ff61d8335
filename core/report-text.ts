import type { Report } from './report.ts';

/** How long a report's own texts are together, in UTF-16 units. */
export const textUnits = ({ indicators, tasks }: Pick<Report, 'indicators' | 'tasks'>): number =>
  [...Object.values(indicators), ...Object.values(tasks)]
    .flatMap((entry) => Object.values(entry ?? {}))
    .reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0);

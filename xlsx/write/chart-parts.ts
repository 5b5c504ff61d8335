import { chartXml, drawingXml } from './chart-xml.ts';
import type { SheetToWrite } from './sheet.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts that sheets with charts have besides their own, by name. */
export interface ChartParts {
  readonly parts: Readonly<Record<string, string>>;
  /** What types they have, for the package's list. */
  readonly types: readonly { readonly name: string; readonly type: string }[];
}

export function chartParts(sheets: readonly SheetToWrite[]): ChartParts {
  const parts: Record<string, string> = {};
  const types: { name: string; type: string }[] = [];
  let [drawings, count] = [0, 0];
  sheets.forEach(({ charts = [] }, k) => {
    if (charts.length === 0) return;
    const drawing = `drawing${++drawings}.xml`;
    const names = charts.map(() => `chart${++count}.xml`);
    parts[`xl/worksheets/_rels/sheet${k + 1}.xml.rels`] = relations([['drawing', `../drawings/${drawing}`]]);
    parts[`xl/drawings/${drawing}`] = drawingXml(charts);
    parts[`xl/drawings/_rels/${drawing}.rels`] = relations(names.map((name) => ['chart', `../charts/${name}`]));
    types.push({ name: `xl/drawings/${drawing}`, type: 'application/vnd.openxmlformats-officedocument.drawing+xml' });
    charts.forEach((chart, at) => {
      const name = `xl/charts/${names[at]}`;
      parts[name] = chartXml(chart);
      types.push({ name, type: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml' });
    });
  });
  return { parts, types };
}

const relations = (all: readonly (readonly [type: string, target: string])[]): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(([type, target], k) => `<Relationship Id="rId${k + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

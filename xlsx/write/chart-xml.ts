import { xmlText } from '../../core/xml-text.ts';
import type { ChartSeries, PlacedChart } from './chart.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DRAWINGML = 'http://schemas.openxmlformats.org/drawingml/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const FACE = 'Times New Roman';
const AXES = { categories: 1, values: 2 } as const;

const textLook = (size: number, bold = false): string =>
  `<a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="${FACE}"/></a:defRPr>`;

/** A chart's part of the package (ECMA-376-1, 21.2): horizontal bars, the first category above. */
export function chartXml({ title, format, most, categories, series }: PlacedChart): string {
  const cross = `<c:crossAx val="${AXES.values}"/>`;
  const heading = `<a:p><a:pPr>${textLook(12, true)}</a:pPr><a:r><a:rPr lang="vi-VN" sz="1200" b="1"/><a:t>${xmlText(title)}</a:t></a:r></a:p>`;
  return [
    DECLARATION,
    `<c:chartSpace xmlns:c="${DRAWINGML}/chart" xmlns:a="${DRAWINGML}/main" xmlns:r="${OFFICE}"><c:roundedCorners val="0"/><c:chart>`,
    `<c:title><c:tx><c:rich><a:bodyPr/>${heading}</c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>`,
    '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>',
    ...series.map((one, k) => seriesXml(one, k, categories)),
    `<c:gapWidth val="60"/><c:axId val="${AXES.categories}"/><c:axId val="${AXES.values}"/></c:barChart>`,
    `<c:catAx><c:axId val="${AXES.categories}"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>`,
    `<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${cross}</c:catAx>`,
    `<c:valAx><c:axId val="${AXES.values}"/><c:scaling><c:orientation val="minMax"/>${most === null ? '' : `<c:max val="${most}"/>`}<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>`,
    `<c:majorGridlines/><c:numFmt formatCode="${xmlText(format)}" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>`,
    `<c:tickLblPos val="nextTo"/><c:crossAx val="${AXES.categories}"/><c:crosses val="max"/></c:valAx></c:plotArea>`,
    series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : '',
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:txPr><a:bodyPr/><a:p><a:pPr>${textLook(9)}</a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`,
    '</c:chartSpace>',
  ].join('');
}

function seriesXml({ name, area, values, colour }: ChartSeries, index: number, categories: PlacedChart['categories']): string {
  const points = (all: readonly (string | number | null)[]): string =>
    `<c:ptCount val="${all.length}"/>${all.map((value, k) => (value === null ? '' : `<c:pt idx="${k}"><c:v>${xmlText(String(value))}</c:v></c:pt>`)).join('')}`;
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${xmlText(name)}</c:v></c:tx>`,
    `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>`,
    `<c:cat><c:strRef><c:f>${xmlText(categories.area)}</c:f><c:strCache>${points(categories.values)}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${xmlText(area)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(values)}</c:numCache></c:numRef></c:val></c:ser>`,
  ].join('');
}

/** The drawing of a sheet: its charts, each between two corners. */
export function drawingXml(charts: readonly PlacedChart[]): string {
  const corner = (name: string, { column, row }: PlacedChart['from']): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  const anchors = charts.map(({ title, alt, from, to }, k) =>
    [
      `<xdr:twoCellAnchor>${corner('from', from)}${corner('to', to)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>`,
      `<xdr:cNvPr id="${k + 2}" name="${xmlText(title)}" descr="${xmlText(alt)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>',
      `<a:graphicData uri="${DRAWINGML}/chart"><c:chart xmlns:c="${DRAWINGML}/chart" r:id="rId${k + 1}"/></a:graphicData></a:graphic>`,
      '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>',
    ].join(''),
  );
  return `${DECLARATION}<xdr:wsDr xmlns:xdr="${DRAWINGML}/spreadsheetDrawing" xmlns:a="${DRAWINGML}/main" xmlns:r="${OFFICE}">${anchors.join('')}</xdr:wsDr>`;
}

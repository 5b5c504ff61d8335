import { xmlText } from '../../core/xml-text.ts';
import type { AlignmentLook, BorderLook, FillLook, FontLook } from './look.ts';

/** A font's XML. Conditional formats say only what they change. */
export function fontXml({ bold, italic, color, size, name, family }: FontLook): string {
  return [
    '<font>',
    bold ? '<b/>' : '',
    italic ? '<i/>' : '',
    size ? `<sz val="${size}"/>` : '',
    color?.argb ? `<color rgb="${color.argb}"/>` : '',
    name ? `<name val="${xmlText(name)}"/>` : '',
    family ? `<family val="${family}"/>` : '',
    '</font>',
  ].join('');
}

/** A plain ground; conditional formats are read by their background colour. */
export function fillXml(fill: FillLook): string {
  if (fill.type !== 'pattern') return '<fill><patternFill patternType="none"/></fill>';
  const colours = [
    fill.fgColor?.argb ? `<fgColor rgb="${fill.fgColor.argb}"/>` : '',
    fill.bgColor?.argb ? `<bgColor rgb="${fill.bgColor.argb}"/>` : '',
  ].join('');
  return `<fill><patternFill patternType="${fill.pattern}">${colours}</patternFill></fill>`;
}

export function borderXml(borders: BorderLook): string {
  const side = (name: 'left' | 'right' | 'top' | 'bottom'): string => {
    const line = borders[name];
    if (!line?.style) return `<${name}/>`;
    return `<${name} style="${line.style}"><color rgb="${line.color?.argb ?? 'FF000000'}"/></${name}>`;
  };
  return `<border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border>`;
}

export function alignmentXml({ horizontal, vertical, wrapText, shrinkToFit, textRotation, indent }: AlignmentLook): string {
  const attributes = [
    horizontal ? ` horizontal="${horizontal}"` : '',
    vertical ? ` vertical="${vertical === 'middle' ? 'center' : vertical}"` : '',
    textRotation ? ` textRotation="${textRotation}"` : '',
    wrapText ? ' wrapText="1"' : '',
    indent ? ` indent="${indent}"` : '',
    shrinkToFit ? ' shrinkToFit="1"' : '',
  ];
  return `<alignment${attributes.join('')}/>`;
}

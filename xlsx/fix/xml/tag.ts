import { markupText } from '../../../core/xml-text.ts';

const ATTRIBUTE = /\s([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g;

/** A start tag as it is written, some of its attributes set or taken out (undefined); all others, and its end, stay. */
export function withAttributes(tag: string, attributes: Readonly<Record<string, string | undefined>>): string {
  const kept = tag.replace(ATTRIBUTE, (written, name: string) => (name in attributes ? '' : written));
  const added = Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${markupText(value)}"`]));
  const end = kept.endsWith('/>') ? '/>' : '>';
  return `${kept.slice(0, -end.length).trimEnd()}${added.join('')}${end}`;
}

/** The same tag with an end tag to come. */
export const opening = (tag: string): string => (tag.endsWith('/>') ? `${tag.slice(0, -2).trimEnd()}>` : tag);

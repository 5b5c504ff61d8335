import { SaxesParser } from 'saxes';
import { END, FAULT, OPEN, TEXT } from '../../xlsx/read/xml/events.ts';
import { next } from '../../xlsx/read/xml/next.ts';
import { startScan, textOf, valueAt } from '../../xlsx/read/xml/scan.ts';
import { vocabulary } from '../../xlsx/read/xml/vocabulary.ts';
import { bytesOf } from './xlsx-parts.ts';

/** What is in a document, in order: `<name a="1"`, `text`, `>`. Text that comes in pieces is joined. */
export type XmlEvents = readonly string[];

const ANYTHING = vocabulary({ namespaces: {}, elements: {}, texts: [0] });

/** The events of our own scanner, null where it refuses the document. */
export function eventsOfScanner(document: string | Uint8Array): XmlEvents | null {
  const content = bytesOf(document);
  const withEnd = new Uint8Array(content.length + 1);
  withEnd.set(content);
  const scan = startScan(withEnd, ANYTHING);
  if (!scan) return null;
  const events = anEventList();
  for (let event = next(scan); event !== END; event = next(scan)) {
    if (event === FAULT) return null;
    if (event === TEXT) events.text(textOf(scan));
    else if (event === OPEN) {
      const { name, attributeNames, attributes } = scan;
      events.open(
        name.text,
        attributeNames.slice(0, attributes).map(({ text }, k) => [text, valueAt(scan, k)]),
      );
    } else events.close();
  }
  return events.list;
}

/** The events of saxes, null where it refuses the document, or where there is a DOCTYPE. */
export function eventsOfSaxes(document: string): XmlEvents | null {
  const events = anEventList();
  let refused = false;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', () => {
    refused = true;
  });
  parser.on('doctype', () => {
    refused = true;
  });
  parser.on('opentag', ({ name, attributes }) =>
    events.open(
      name,
      Object.values(attributes).map((attribute) => [attribute.name, attribute.value]),
    ),
  );
  parser.on('closetag', () => events.close());
  parser.on('text', (text) => events.text(text));
  parser.on('cdata', (text) => events.text(text));
  parser.write(document).close();
  return refused ? null : events.list;
}

function anEventList() {
  const list: string[] = [];
  let depth = 0;
  let textIsLast = false;
  const add = (event: string): void => {
    list.push(event);
    textIsLast = false;
  };
  return {
    list,
    open: (name: string, attributes: (readonly [string, string])[]): void => {
      depth++;
      add(`<${name}${attributes.map(([key, value]) => ` ${key}=${JSON.stringify(value)}`).join('')}`);
    },
    close: (): void => {
      depth--;
      add('>');
    },
    text: (text: string): void => {
      if (text === '' || depth === 0) return;
      if (textIsLast) list[list.length - 1] += text;
      else add(text);
      textIsLast = true;
    },
  };
}

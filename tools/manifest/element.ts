import { SaxesParser } from 'saxes';
import { failed, ok, type Result } from '../../core/result.ts';

/** An element of a manifest; `name` is its local name behind a short word for its namespace: `Id`, `ov:Group`, `bt:Image`. */
export interface ManifestElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ManifestElement[];
  readonly text: string;
}

const NAMESPACES: Readonly<Record<string, string>> = {
  'http://schemas.microsoft.com/office/appforoffice/1.1': '',
  'http://schemas.microsoft.com/office/taskpaneappversionoverrides': 'ov:',
  'http://schemas.microsoft.com/office/officeappbasictypes/1.0': 'bt:',
};

type Open = ManifestElement & { readonly children: ManifestElement[]; text: string };

/** The root of a well-formed document, or what is wrong with it. */
export function rootOf(xml: string): Result<ManifestElement, string> {
  const parser = new SaxesParser({ xmlns: true });
  const document: Open = { name: '', attributes: {}, children: [], text: '' };
  const path: Open[] = [document];
  const around = (): Open => path.at(-1) ?? document;
  parser.on('opentag', ({ uri, local, attributes }) => {
    const words = Object.values(attributes).filter(({ prefix }) => prefix !== 'xmlns' && prefix !== 'xml');
    const element: Open = {
      name: `${NAMESPACES[uri] ?? `{${uri}}`}${local}`,
      attributes: Object.fromEntries(words.filter((one) => one.name !== 'xmlns').map((one) => [one.name, one.value])),
      children: [],
      text: '',
    };
    around().children.push(element);
    path.push(element);
  });
  parser.on('closetag', () => path.pop());
  parser.on('text', (text) => {
    around().text += text;
  });
  const faults: string[] = [];
  parser.on('error', ({ message }) => faults.push(message));
  parser.write(xml).close();
  const [root] = document.children;
  return root && faults.length === 0 ? ok(root) : failed(faults[0] ?? 'empty');
}

/** The element and all below it, in the order of the document. */
export const allIn = (element: ManifestElement): ManifestElement[] => [element, ...element.children.flatMap(allIn)];

/** Elements below that have this name. */
export const named = (element: ManifestElement, name: string): ManifestElement[] => allIn(element).filter((one) => one.name === name);

import { build } from 'esbuild';
import { PAGE_OPTIONS } from './page-options.mjs';

/** Elements that have no end tag (HTML, "Void elements"). */
const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);
const SIGNS = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What a file of components gives, to be called here; its style is left to the page. */
export async function componentsIn(file) {
  const { outputFiles } = await build({
    ...PAGE_OPTIONS,
    entryPoints: [file],
    splitting: false,
    metafile: false,
    loader: { '.css': 'empty' },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** What a component without state shows, as the markup of a page that runs no program: what listens is left out. */
export function markupOf(node) {
  if (Array.isArray(node)) return node.map(markupOf).join('');
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (typeof node !== 'object') return escaped(String(node));
  const { type, props } = node;
  if (typeof type === 'function') return markupOf(type(props));
  const { children, ...attributes } = props;
  const said = Object.entries(attributes).filter(([, value]) => ['string', 'number'].includes(typeof value));
  const start = `<${[type, ...said.map(([name, value]) => `${name}="${escaped(String(value))}"`)].join(' ')}>`;
  return VOID.has(type) ? start : `${start}${markupOf(children)}</${type}>`;
}

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]);

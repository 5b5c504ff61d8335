import { type Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { heldText } from '../../core/xml-text.ts';
import { PACKING } from '../../xlsx/write/packing.ts';

const CORE = 'docProps/core.xml';
const TIME = /(<dcterms:(created|modified)[^<>]*>)[^<]*(<)/g;
const DRAWING_ID = /(<wp:docPr\b[^<>]*?\bid=")\d+(")/g;
/** The paragraph that ends a section is the library's: as high as a line it would begin a page of its own behind a full one. */
const SECTION_END = /<w:p><w:pPr>(?=<w:sectPr)/g;
const LOW = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>';
const BOOKMARK_ID = /(<w:bookmark(?:Start|End)\b[^<>]*?\bw:id=")(\d+)(")/g;
/** Where a category axis says which of its names are shown: the library leaves it to the program, which passes over every other one. */
const AXIS_NAMES = /(?<=<c:lblOffset val="\d+"\/>)(?=<c:noMultiLvlLbl )/g;
const EVERY_NAME = '<c:tickLblSkip val="1"/>';
/** Names that the library draws by chance: relationships of charts. */
const DRAWN_ID = /(?<=")rId[\w-]{21}(?=")/g;

/**
 * The document as .docx bytes that are the same on every machine and at every time: the library takes times from the clock, ids from a
 * counter of the whole process and from chance. What XML cannot hold the library writes all the same, wherever a text has it: it becomes a
 * blank. `made`: when the document says that it was made.
 */
export async function sealDocument(document: Document, made: Date): Promise<Uint8Array> {
  return steadyPackage(new Uint8Array(await Packer.toBuffer(document)), `${made.toISOString().slice(0, 19)}Z`);
}

/** A package with its parts in one order, at one time, under the same ids; so is what is embedded in it (the figures behind a chart). */
function steadyPackage(bytes: Uint8Array, time: string): Uint8Array {
  const steady = steadyText(time);
  const parts = Object.entries(unzipSync(bytes))
    .filter(([name]) => !name.endsWith('/')) // folders are no parts of a package
    .sort(([one], [two]) => rank(one) - rank(two) || (one < two ? -1 : 1))
    .map(([name, content]): [string, Uint8Array] => {
      if (name.endsWith('.xlsx')) return [name, steadyPackage(content, time)];
      return [name, /\.(xml|rels)$/.test(name) ? strToU8(steady(name, strFromU8(content))) : content];
    });
  return zipSync(Object.fromEntries(parts), PACKING);
}

function steadyText(time: string): (name: string, xml: string) => string {
  const [drawn, bookmarks] = [new Map<string, number>(), new Map<string, number>()];
  let drawings = 0;
  const numbered = (known: Map<string, number>, id: string): number => {
    const number = known.get(id) ?? known.size + 1;
    known.set(id, number);
    return number;
  };
  return (name, xml) => {
    const related = heldText(xml).replace(DRAWN_ID, (id) => `rIdDrawing${numbered(drawn, id)}`);
    if (name === CORE) return related.replace(TIME, `$1${time}$3`);
    return related
      .replace(AXIS_NAMES, EVERY_NAME)
      .replace(SECTION_END, (start) => `${start}${LOW}`)
      .replace(DRAWING_ID, (_, before: string, after: string) => `${before}${++drawings}${after}`)
      .replace(BOOKMARK_ID, (_, before: string, id: string, after: string) => `${before}${numbered(bookmarks, id)}${after}`);
  };
}

/** File-type probes look for the content types first. */
const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2);

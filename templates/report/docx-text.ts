import { AlignmentType, Bookmark, LineRuleType, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { NamedFigure, TextPart } from '../../core/report-text/text-part.ts';
import { FACE } from '../style/type.ts';
import { PAPER_SIZE } from './docx-look.ts';

/** Word takes bookmarks of forty characters at most. */
const LONGEST_NAME = 40;
/** What XML 1.0 cannot hold; a tab is a blank in a paragraph. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

export interface ParagraphLook {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: 'left' | 'centre' | 'right' | 'justified';
  /** Points before and after, and the indent of the first line in twips. */
  readonly before?: number;
  readonly after?: number;
  readonly firstLine?: number;
  /** Points from line to line; left out: as the typeface has it. */
  readonly pitch?: number;
  /** Stays on the page of what follows. */
  readonly keepNext?: boolean;
}

const ALIGN = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justified: AlignmentType.JUSTIFIED,
} as const;

/** Writes paragraphs of one document; each figure stands in a bookmark of its name, a second one of a name with a number behind it. */
export interface DocumentText {
  readonly paragraph: (parts: readonly TextPart[], look?: ParagraphLook) => Paragraph;
}

export function documentText(): DocumentText {
  const uses = new Map<string, number>();
  const nameOf = ({ name }: NamedFigure): string => {
    const use = (uses.get(name) ?? 0) + 1;
    uses.set(name, use);
    return use === 1 ? name : `${name}_${use}`;
  };
  const covered = (figure: NamedFigure, look: ParagraphLook): ParagraphChild[] => {
    const name = nameOf(figure);
    const children = runsOf(figure.text, look);
    return name.length > LONGEST_NAME ? children : [new Bookmark({ id: name, children })];
  };
  return {
    paragraph(parts, look = {}) {
      const { align = 'left', before = 0, after = 0, firstLine = 0, keepNext = false, pitch } = look;
      return new Paragraph({
        alignment: ALIGN[align],
        spacing: { before: before * 20, after: after * 20, ...(pitch && { line: pitch * 20, lineRule: LineRuleType.EXACT }) },
        ...(firstLine > 0 && { indent: { firstLine } }),
        keepNext,
        children: parts.flatMap((part) => (typeof part === 'string' ? runsOf(part, look) : covered(part, look))),
      });
    },
  };
}

/** Line breaks that a text keeps: a page has no more lines, and each costs a run. */
const MOST_BREAKS = 40;

/** The lines of a text as paper has them: of very many breaks the later ones are blanks, and so is what no paper shows. */
function printedLines(text: string): string[] {
  const lines = text.split('\n');
  const kept = [...lines.slice(0, MOST_BREAKS), ...(lines.length > MOST_BREAKS ? [lines.slice(MOST_BREAKS).join(' ')] : [])];
  return kept.map((line) => line.replace(UNPRINTABLE, ' '));
}

/** A part as it stands on paper, where it can be read again. */
export const printedText = (part: TextPart): string => printedLines(typeof part === 'string' ? part : part.text).join('\n');

/** A text in runs of one look. */
function runsOf(text: string, { size = PAPER_SIZE.body, bold = false, italic = false }: ParagraphLook): TextRun[] {
  return printedLines(text).map(
    (line, k) =>
      new TextRun({
        text: line,
        font: FACE,
        size: size * 2,
        bold,
        italics: italic,
        ...(k > 0 && { break: 1 }),
      }),
  );
}

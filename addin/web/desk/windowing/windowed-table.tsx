import type { ComponentChildren, JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { px } from '../matrix/sizes.ts';
import { usePrinted } from './use-printed.ts';
import { useView } from './use-view.ts';
import { itemsOf, windowOf } from './window-of.ts';
import './windowed-table.css';

/** Up to so many lines a table is drawn whole: a browser finds words in it, and lines may be of any height. */
const MOST_WHOLE = 400;
const LINE_HEIGHT = 40;

interface Props<T> {
  readonly label: string;
  readonly class: string;
  readonly head: ComponentChildren;
  readonly columns: number;
  readonly lines: readonly T[];
  /** One `tr`, with these attributes on it and a key. */
  readonly draw: (line: T, attributes: LineAttributes) => JSX.Element;
}

/** What a line of the table carries: where it stands among all, which are not in the page. */
export interface LineAttributes {
  readonly 'aria-rowindex'?: number;
}

/** A table of any length: of a long one only the lines in sight are in the page, and the line that has the focus. On paper all are. */
export function WindowedTable<T>(props: Props<T>) {
  return props.lines.length > MOST_WHOLE ? <LongTable {...props} /> : <WholeTable {...props} />;
}

function WholeTable<T>({ label, class: name, head, lines, draw }: Props<T>) {
  return (
    <ScrollBox label={label}>
      <table class={name}>
        {head}
        <tbody>{lines.map((line) => draw(line, {}))}</tbody>
      </table>
    </ScrollBox>
  );
}

function LongTable<T>(props: Props<T>) {
  const { label, class: name, head, columns, lines, draw } = props;
  const box = useRef<HTMLElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const { top, height } = useView(box);
  const [focused, setFocused] = useState(-1);
  usePrinted(paper, () => <WholeTable {...props} />);
  const shown = itemsOf(windowOf(top, height, LINE_HEIGHT, lines.length, 12), focused, lines.length).sort((one, two) => one - two);
  const onFocus = (event: FocusEvent): void => {
    const row = event.target instanceof Element ? event.target.closest('tr[aria-rowindex]') : null;
    setFocused(row ? Number(row.getAttribute('aria-rowindex')) - 2 : -1);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus to be scrolled by keys (WCAG 2.1.1). */}
      <section class="scroll windowed" aria-label={label} tabIndex={0} ref={box} onFocusCapture={onFocus}>
        <table class={name} aria-rowcount={lines.length + 1}>
          {head}
          <tbody>
            {/* One flat list of keyed lines: a line that stays is not drawn anew, and keeps the focus. */}
            {shown.flatMap((at, k) => {
              const line = lines[at];
              const gap = at - (shown[k - 1] ?? -1) - 1;
              if (line === undefined) return [];
              return [gap > 0 && <Gap key={`before ${at}`} lines={gap} columns={columns} />, draw(line, { 'aria-rowindex': at + 2 })];
            })}
            <Gap key="last" lines={lines.length - 1 - (shown.at(-1) ?? -1)} columns={columns} />
          </tbody>
        </table>
      </section>
      <div ref={paper} class="printed-table" />
    </>
  );
}

/** The room of lines that are not in the page. */
const Gap = ({ lines, columns }: { readonly lines: number; readonly columns: number }) =>
  lines <= 0 ? null : (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of a table that is no grid takes no focus.
    <tr aria-hidden="true" class="gap">
      <td colSpan={columns} style={{ height: px(lines * LINE_HEIGHT) }} />
    </tr>
  );

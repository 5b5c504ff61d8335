/** @jest-environment jsdom */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { useDrop } from '../../../addin/ui/use-drop.ts';

let taken: unknown[] = [];

function Frame() {
  const { isOver, handlers } = useDrop((data) => taken.push(data));
  return <div id="frame" class={isOver ? 'over' : ''} {...handlers} />;
}

beforeEach(() => {
  taken = [];
  document.body.innerHTML = '<main></main><p id="beside"></p>';
  act(() => render(<Frame />, document.querySelector('main')!));
});
afterEach(() => act(() => render(null, document.querySelector('main')!)));

const data = { files: [] };
/** Whether the browser would do what it does by itself: open the file in place of the page. */
const leavesPage = (id: string, kind: string): boolean => {
  const event = Object.assign(new Event(kind, { bubbles: true, cancelable: true }), { dataTransfer: data });
  let isLeft = false;
  act(() => {
    isLeft = document.getElementById(id)!.dispatchEvent(event);
  });
  return isLeft;
};
const isOver = () => document.getElementById('frame')!.className === 'over';

test('what is dropped on the frame is taken, and the frame shows that it would be', () => {
  expect(leavesPage('frame', 'dragover')).toBe(false);
  expect(isOver()).toBe(true);
  expect(leavesPage('frame', 'drop')).toBe(false);
  expect([isOver(), taken]).toEqual([false, [data]]);
});

test('what is dropped beside it is not taken, and the page stays', () => {
  expect([leavesPage('beside', 'dragover'), leavesPage('beside', 'drop')]).toEqual([false, false]);
  expect(taken).toEqual([]);
});

test('where nothing can be dropped the browser does as always', () => {
  act(() => render(null, document.querySelector('main')!));
  expect(leavesPage('beside', 'drop')).toBe(true);
});

import type { TypedDraft } from '../../../../addin/ui/typed-drafts.ts';
import { answerTo, type OwnTab, type TabMessage } from '../../../../addin/web/report/entry/tab-talk.ts';
import { fc } from '../../../support/properties.ts';

const draftOf = (name: string): TypedDraft => ({ typed: {}, over: null, keptAt: name });
const aTab = (over: Partial<OwnTab> = {}): OwnTab => ({
  id: 'a',
  isHere: true,
  openFor: 10,
  hasTyped: false,
  draft: draftOf('a'),
  ...over,
});

test('a tab that opens is told by the one that works, and waits', () => {
  expect(answerTo({ kind: 'opened', from: 'b' }, aTab()).says).toEqual({ kind: 'working', from: 'a', to: 'b' });
  expect(answerTo({ kind: 'working', from: 'a', to: 'b' }, aTab({ id: 'b' })).isHere).toBe(false);
  expect(answerTo({ kind: 'opened', from: 'b' }, aTab({ isHere: false })).says).toBeNull();
});

test('what is said to another tab changes nothing', () => {
  const tab = aTab();
  expect(answerTo({ kind: 'working', from: 'b', to: 'c' }, tab)).toEqual({ isHere: true, says: null, takes: null });
  expect(answerTo({ kind: 'handed', from: 'b', to: 'c', draft: draftOf('b') }, tab).takes).toBeNull();
});

test('a tab that is taken over hands on what was typed there', () => {
  expect(answerTo({ kind: 'taken', from: 'b', wants: true }, aTab())).toEqual({
    isHere: false,
    says: { kind: 'handed', from: 'a', to: 'b', draft: draftOf('a') },
    takes: null,
  });
  expect(answerTo({ kind: 'handed', from: 'a', to: 'b', draft: draftOf('a') }, aTab({ id: 'b' })).takes).toEqual(draftOf('a'));
});

test('a tab that was asleep neither stops whoever has been typing since nor overwrites it', () => {
  const late = answerTo({ kind: 'working', from: 'a', to: 'b' }, aTab({ id: 'b', openFor: 60_000, hasTyped: true }));
  expect(late).toEqual({ isHere: true, says: { kind: 'taken', from: 'b', wants: false }, takes: null });
  expect(answerTo(late.says!, aTab())).toEqual({ isHere: false, says: null, takes: null });
});

test('a tab in which nothing was typed yet waits, however late a busy machine lets the one that works answer', () => {
  const late = answerTo({ kind: 'working', from: 'a', to: 'b' }, aTab({ id: 'b', openFor: 60_000 }));
  expect(late).toEqual({ isHere: false, says: null, takes: null });
});

test('however tabs open and take over, once all was heard at most one works, and it has what was typed last', () => {
  const acts = fc.array(fc.tuple(fc.constantFrom('open', 'take', 'type'), fc.nat(3)), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(acts, (list) => {
      const tabs = new Map<string, OwnTab>();
      let last: string | null = null;
      let count = 0;
      const tell = (said: TabMessage): void => {
        for (const [id, tab] of [...tabs]) {
          if (id === said.from) continue;
          const answer = answerTo(said, tab);
          tabs.set(id, { ...tab, isHere: answer.isHere, draft: answer.takes ?? tab.draft });
          if (answer.says) tell(answer.says);
        }
      };
      for (const [act, k] of list) {
        const id = String(k);
        const tab = tabs.get(id);
        if (act === 'open' && !tab) {
          tabs.set(id, aTab({ id, draft: draftOf(last ?? '') }));
          tell({ kind: 'opened', from: id });
        } else if (act === 'take' && tab && !tab.isHere) {
          tabs.set(id, { ...tab, isHere: true });
          tell({ kind: 'taken', from: id, wants: true });
        } else if (act === 'type' && tab?.isHere) {
          last = String(++count);
          tabs.set(id, { ...tab, draft: draftOf(last) });
        }
        const working = [...tabs.values()].filter(({ isHere }) => isHere);
        expect(working).toHaveLength(tabs.size === 0 ? 0 : 1);
        if (last !== null) expect(working[0]?.draft.keptAt).toBe(last);
      }
    }),
  );
});

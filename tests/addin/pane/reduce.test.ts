import { type Event, reduce, type Situation, type State } from '../../../addin/pane/state.ts';

const situation = { inForce: null } as unknown as Situation; // only handed through
const other = { inForce: null } as unknown as Situation;
const working = (over: Partial<Extract<State, { step: 'working' }>> = {}): State => ({
  step: 'working',
  situation,
  inspection: null,
  trouble: null,
  sending: { kind: 'idle' },
  ...over,
});
const after = (state: State, ...events: readonly Event[]): State => events.reduce(reduce, state);

test('the pane asks who somebody is once Excel is there, and shows why that failed', () => {
  expect(after({ step: 'opening' }, { kind: 'ready' })).toEqual({ step: 'signing-in', trouble: null });
  expect(after({ step: 'opening' }, { kind: 'ready' }, { kind: 'refused-in', why: 'Khóa sai.' })).toEqual({
    step: 'signing-in',
    trouble: 'Khóa sai.',
  });
});

test('a new situation takes neither what was checked nor a receipt off the screen', () => {
  const sending = { kind: 'received', receipt: { id: 'A' } } as unknown as Extract<State, { step: 'working' }>['sending'];
  expect(after(working({ sending, trouble: 'x' }), { kind: 'situated', situation: other })).toEqual(
    working({ situation: other, sending, trouble: 'x' }),
  );
  expect(after(working({ sending }), { kind: 'refused-in', why: 'Mất mạng.' })).toEqual(working({ sending, trouble: 'Mất mạng.' }));
});

test('an event that came late, when nobody is at work any more, changes nothing', () => {
  const out = after(working(), { kind: 'signed-out' });
  for (const late of [
    { kind: 'inspected', inspection: {} },
    { kind: 'sent', sending: { kind: 'idle' } },
    { kind: 'troubled', why: 'x' },
    { kind: 'ready' },
  ] as unknown as Event[])
    expect(reduce(out, late)).toBe(out);
});

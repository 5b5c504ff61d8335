import type { WorkbookPort } from '../../../addin/excel/port.ts';
import { type Delivery, type FormEvent, openedForm, type ReportSituation, reduceForm } from '../../../addin/pane/form-state.ts';
import { type PaneEvent, type PaneState, type Programs, reducePane, type SignInAttempt } from '../../../addin/pane/state.ts';
import type { SignedIn } from '../../../addin/ui/sign-in.tsx';

const port = {} as WorkbookPort; // only handed through, as all below
const programs = {} as Programs;
const session = {} as SignedIn;
const situation = { session, inForce: null } as unknown as ReportSituation;
const anEntry = (): SignInAttempt => ({ who: async () => ({ ok: true, value: session }) });
const received = { kind: 'received', receipt: { id: 'A' } } as unknown as Delivery;
const opening: PaneState = { step: 'opening' };
const after = (state: PaneState, ...events: readonly PaneEvent[]): PaneState => events.reduce(reducePane, state);
const working = (...events: readonly FormEvent[]): PaneState => ({
  step: 'working',
  port,
  programs,
  form: events.reduce(reduceForm, openedForm(situation, true)),
});

test('the pane asks who somebody is once Excel is there, and shows why that failed', () => {
  const entry = anEntry();
  const asked = after(opening, { kind: 'excel-opened', port, entry: null });
  expect(asked).toEqual({ step: 'signing-in', port, trouble: null, hasLeft: false });
  const refused = after(asked, { kind: 'entry-begun', entry }, { kind: 'entry-refused', entry, why: 'Khóa sai.' });
  expect(refused).toEqual({ step: 'signing-in', port, trouble: 'Khóa sai.', hasLeft: false });
});

test('whoever has signed in before comes in at once', () => {
  const entry = anEntry();
  const entering = after(opening, { kind: 'excel-opened', port, entry });
  expect(entering).toEqual({ step: 'entering', port, entry, setback: null });
  expect(after(entering, { kind: 'entered', entry, situation, programs, isForm: false })).toEqual({
    step: 'working',
    port,
    programs,
    form: openedForm(situation, false),
  });
});

test('of two tries to come in only the newer one counts', () => {
  const [first, second] = [anEntry(), anEntry()];
  const entering = after(opening, { kind: 'excel-opened', port, entry: first }, { kind: 'entry-begun', entry: second });
  for (const late of [
    { kind: 'entry-delayed', entry: first, setback: {} },
    { kind: 'entry-refused', entry: first, why: 'x' },
    { kind: 'entered', entry: first, situation, programs, isForm: true },
  ] as unknown as PaneEvent[])
    expect(reducePane(entering, late)).toBe(entering);
});

test('a new situation takes neither what was read nor a receipt off the screen', () => {
  const other = { session, inForce: {} } as unknown as ReportSituation;
  const before = reduceForm(openedForm(situation, true), { kind: 'delivery-changed', delivery: received });
  expect(reduceForm(before, { kind: 'situation-loaded', situation: other })).toEqual({ ...before, situation: other });
  expect(reduceForm(before, { kind: 'failed', why: 'Mất mạng.' })).toEqual({ ...before, trouble: 'Mất mạng.' });
});

test('reading the workbook again takes away what had failed', () => {
  const failed = reduceForm(openedForm(situation, true), { kind: 'failed', why: 'Ô đang gõ dở.' });
  const workbook = { grids: [], names: new Map(), modified: null, isCalculating: true };
  expect(reduceForm(failed, { kind: 'workbook-read', workbook })).toEqual({ ...failed, workbook, trouble: null });
});

test('an event that came late, when nobody or somebody else is at work, changes nothing', () => {
  const event: FormEvent = { kind: 'delivery-changed', delivery: received };
  const left = after(working(), { kind: 'leaving' });
  expect(left).toEqual({ step: 'leaving', port });
  expect(reducePane(left, { kind: 'form', session, event })).toBe(left);
  const out = after(left, { kind: 'signed-out' });
  expect(out).toEqual({ step: 'signing-in', port, trouble: null, hasLeft: true });
  expect(reducePane(out, { kind: 'form', session, event })).toBe(out);
  const someone = working();
  expect(reducePane(someone, { kind: 'form', session: {} as SignedIn, event })).toBe(someone);
  expect(reducePane(someone, { kind: 'form', session, event })).toEqual(working(event));
});

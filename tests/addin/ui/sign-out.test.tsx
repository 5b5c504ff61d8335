/** @jest-environment jsdom */
import { render } from 'preact';
import { keepKey } from '../../../addin/ui/own-key.ts';
import { SignOut } from '../../../addin/ui/sign-out.tsx';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { soon } from '../../support/soon.ts';

const AGENCY = 'SNV' as AgencyId;
const root = document.body.appendChild(document.createElement('main'));
afterEach(() => render(null, root));

const button = (word: string) => [...root.querySelectorAll('button')].find((one) => one.textContent?.startsWith(word));

/** Who sits here has a key to lose, and has just been asked. */
async function asked() {
  keepKey({ key: 'pls_x', agency: AGENCY });
  const onLeft = jest.fn();
  render(<SignOut agency={AGENCY} onLeft={onLeft} />, root);
  await pressed();
  return onLeft;
}

async function pressed(): Promise<void> {
  button('Đăng xuất')?.click();
  await soon(() => expect(button('Ở lại')).toBeDefined());
}

test('who stays after all, while it is still looked into what would be lost, is not signed out', async () => {
  const onLeft = await asked();
  button('Đăng xuất và xóa')?.click();
  button('Ở lại')?.click();
  await soon(() => expect(button('Ở lại')).toBeUndefined());
  await pressed(); // it is looked into once more, behind the first time
  expect(onLeft).not.toHaveBeenCalled();
});

test('who stays goes on from the button that asked', async () => {
  await asked();
  button('Ở lại')?.click();
  await soon(() => expect(document.activeElement).toBe(button('Đăng xuất')));
});

test('who presses twice leaves once', async () => {
  const onLeft = await asked();
  const out = button('Đăng xuất và xóa');
  out?.click();
  out?.click();
  await soon(() => expect(onLeft).toHaveBeenCalled());
  await new Promise((done) => setTimeout(done, 50));
  expect(onLeft).toHaveBeenCalledTimes(1);
});

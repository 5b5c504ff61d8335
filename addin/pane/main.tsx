import { type ComponentChildren, render } from 'preact';
import '../ui/tokens.css';
import '../ui/base.css';
import './pane.css';
import { Pane } from './pane.tsx';

const app = document.querySelector('#app');
app?.replaceChildren();

function show(part: ComponentChildren): void {
  if (!app) return;
  render(
    <main class="pane">
      <h1>Phụ lục số</h1>
      {part}
    </main>,
    app,
  );
}

// No button leads there: it is for whoever tries the pane in an Excel that we do not have.
if (new URLSearchParams(location.search).has('selftest'))
  void import('./self-test/self-test.tsx').then(({ SelfTest }) => show(<SelfTest />));
else show(<Pane />);

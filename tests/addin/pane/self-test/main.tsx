import { render } from 'preact';
import '../../../../addin/ui/tokens.css';
import '../../../../addin/ui/base.css';
import '../../../../addin/pane/pane.css';
import { SelfTest } from './self-test.tsx';

const app = document.querySelector('#app');
app?.replaceChildren();
if (app)
  render(
    <main class="pane">
      <h1>Phụ lục số</h1>
      <SelfTest />
    </main>,
    app,
  );

import { render } from 'preact';
import '../ui/tokens.css';
import '../ui/base.css';
import './pane.css';
import { Pane } from './pane.tsx';

const app = document.querySelector('#app');
if (app) {
  app.replaceChildren();
  render(
    <main class="pane">
      <h1>Phụ lục số</h1>
      <Pane />
    </main>,
    app,
  );
}

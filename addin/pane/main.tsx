import { render } from 'preact';
import '../ui/tokens.css';
import '../ui/base.css';
import './pane.css';
import { Pane } from './pane.tsx';

/** No button leads there: it is for whoever tries the pane in an Excel that we do not have. Office reads what it needs from the same query. */
const SELF_TEST = `/pane/self-test/${location.search}${location.hash}`;

const app = document.querySelector('#app');
if (new URLSearchParams(location.search).has('selftest')) location.replace(SELF_TEST);
else if (app) {
  app.replaceChildren();
  render(
    <main class="pane">
      <h1>Phụ lục số</h1>
      <Pane />
    </main>,
    app,
  );
}

import { render } from 'preact';
import '../../ui/tokens.css';
import '../../ui/base.css';

const app = document.querySelector('#app');
app?.replaceChildren();
if (app)
  render(
    <main class="page">
      <h1>Kết quả công bố</h1>
    </main>,
    app,
  );

import { render } from 'preact';
import '../../ui/tokens.css';
import '../../ui/base.css';
import './desk.css';
import { Door } from './door.tsx';

const app = document.querySelector('#app');
app?.replaceChildren();
if (app) render(<Door />, app);

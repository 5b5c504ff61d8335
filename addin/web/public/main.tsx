import { render } from 'preact';
import '../../ui/tokens.css';
import '../../ui/base.css';
import './public.css';
import { PublicPage } from './public-page.tsx';

const app = document.querySelector('#app');
app?.replaceChildren();
if (app) render(<PublicPage />, app);

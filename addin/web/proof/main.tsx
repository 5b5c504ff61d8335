import { render } from 'preact';
import '../../ui/tokens.css';
import '../../ui/base.css';
import './proof.css';
import { ProofPage } from './proof-page.tsx';

const app = document.querySelector('#app');
app?.replaceChildren();
if (app) render(<ProofPage />, app);

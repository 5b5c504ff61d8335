import { render } from 'preact';
import '../../ui/tokens.css';
import '../../ui/base.css';
import './report.css';
import { keepPage } from './keep-page.ts';
import { ReportPage } from './report-page.tsx';

const app = document.querySelector('#app');
app?.replaceChildren();
if (app) render(<ReportPage />, app);
keepPage();

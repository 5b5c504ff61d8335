import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';
import { render } from 'preact';
import '../../ui/tokens.css';
import '../../ui/base.css';

const TITLE = document.title;

// Hands what Microsoft's sign-in said to the page that opened this window, and shuts it. What stays open was opened otherwise.
const isDone = await broadcastResponseToMainFrame().then(
  () => true,
  () => false,
);
document.title = TITLE;
const app = document.querySelector('#app');
app?.replaceChildren();
if (app)
  render(
    <main class="page">
      <h1>Đăng nhập</h1>
      <p>
        {isDone
          ? 'Đã xong. Đóng cửa sổ này và trở lại trang đang làm việc.'
          : 'Cửa sổ này chỉ mở khi đăng nhập bằng Microsoft 365. Đóng cửa sổ này.'}
      </p>
    </main>,
    app,
  );

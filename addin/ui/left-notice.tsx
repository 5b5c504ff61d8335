import { Notice } from './notice.tsx';

/** Somebody has signed out just now: it is said, so that nobody on a shared machine wonders. */
export const LeftNotice = () => (
  <Notice kind="info">Đã đăng xuất. Mã truy cập và nội dung chưa gửi của đơn vị không còn trên máy này.</Notice>
);

import { SkipLink } from './skip-link.tsx';
import './site-header.css';

const PAGES = {
  '/': 'Nộp báo cáo',
  '/xac-minh/': 'Xác minh',
  '/cong-khai/': 'Công khai',
  '/desk/': 'Dành cho cơ quan tổng hợp',
  '/huong-dan/': 'Hướng dẫn',
} as const;

/** What stands over every page: whose program it is and the way to the other pages. */
export const SiteHeader = ({ current }: { readonly current: keyof typeof PAGES }) => (
  <header class="site-header">
    <SkipLink />
    <a class="brand" href="/">
      <img src="/icons/phu-luc-so.svg" alt="" width={24} height={24} /> Phụ lục số
    </a>
    <nav aria-label="Các trang">
      {Object.entries(PAGES).map(([address, name]) => (
        <a key={address} href={address} aria-current={address === current ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  </header>
);

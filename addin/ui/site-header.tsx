import type { ComponentChildren } from 'preact';
import { SkipLink } from './skip-link.tsx';
import './site-header.css';

const PAGES = {
  '/': 'Nộp báo cáo',
  '/xac-minh/': 'Xác minh',
  '/cong-khai/': 'Công khai',
  '/desk/': 'Dành cho cơ quan tổng hợp',
  '/huong-dan/': 'Hướng dẫn',
} as const;

interface Props {
  /** Null on a page that is none of them. */
  readonly current: keyof typeof PAGES | null;
  /** Who sits here, and how they leave. */
  readonly children?: ComponentChildren;
}

const MENU = 'trinh-don';

/**
 * What stands over every page: whose program it is and the way to the other pages. On a narrow page a button opens that way, by the browser
 * alone: guides run no program.
 */
export const SiteHeader = ({ current, children }: Props) => (
  <header class="site-header">
    <SkipLink />
    <a class="brand" href="/">
      <img src="/icons/phu-luc-so.svg" alt="" width={24} height={24} /> Phụ lục số
    </a>
    <button type="button" class="menu" popovertarget={MENU}>
      <span aria-hidden="true">☰</span> Trình đơn
    </button>
    <div id={MENU} class="site-menu" popover="auto">
      <nav aria-label="Các trang">
        {Object.entries(PAGES).map(([address, name]) => (
          <a key={address} href={address} aria-current={address === current ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      {children}
    </div>
  </header>
);

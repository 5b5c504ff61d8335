/** Style sheets are bundled by local/build-pages.mjs. */
declare module '*.css';

/** Address of the program that reads workbooks beside a page (local/build-pages.mjs). */
declare const READER_WORKER: string;

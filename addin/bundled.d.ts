/** Style sheets are bundled by tools/build-pages.mjs. */
declare module '*.css';

/** Address of the program that reads workbooks beside a page (tools/build-pages.mjs). */
declare const READER_WORKER: string;

/** Address of the program that hashes a workbook's report beside the proof page. */
declare const PROOF_WORKER: string;

/** Address of the program that opens zips and mails beside the desk. */
declare const UNPACK_WORKER: string;

/** Media types that bodies have on the wire. */
export const JSON_TYPE = 'application/json';
export const PLAIN_TEXT = 'text/plain';
export const ZIP = 'application/zip';
export const XML = 'application/xml';
export const CSV = 'text/csv';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

import type { ZipOptions } from 'fflate';

/** A package of several megabytes that is put together to be read at once: to pack it would take longer than all that is tested. */
export const STORED: ZipOptions = { level: 0 };

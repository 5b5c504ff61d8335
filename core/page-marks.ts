/**
 * What `<html>` of every page bears where the service takes Microsoft's sign-in: before somebody has come in no page asks the API anything
 * that need not be asked.
 */
export const MICROSOFT_MARK = 'data-microsoft';

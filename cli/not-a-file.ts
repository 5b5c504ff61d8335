/** That a folder, a device or a pipe stands at a path where a file is meant, and what to do. */
export const notAFile = (path: string, then: string): string => `“${path}” là thư mục, thiết bị hoặc ống dẫn, không phải tệp. ${then}`;

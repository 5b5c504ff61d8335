import PostalMime from 'postal-mime';

/** A file that a mail brought: its name, and its content as it was attached. */
interface MailFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Names for attachments that bring none, by their type. */
const NAMES: Readonly<Record<string, string>> = {
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'tep-dinh-kem.xlsx',
  'application/zip': 'tep-dinh-kem.zip',
  'application/x-zip-compressed': 'tep-dinh-kem.zip',
  'message/rfc822': 'thu-chuyen-tiep.eml',
};

/** Of these every mail has one. */
const OF_MAILS: ReadonlySet<string> = new Set(['from', 'date', 'subject', 'received', 'mime-version', 'content-type']);

/** What is attached to a mail, a mail that was forwarded whole included; null where it is no mail that can be read. */
export async function mailFiles(bytes: Uint8Array): Promise<readonly MailFile[] | null> {
  try {
    const mail = await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      attachmentEncoding: 'arraybuffer',
      maxNestingDepth: 32,
      maxHeadersSize: 1024 * 1024,
    });
    if (!mail.headers.some(({ key }) => OF_MAILS.has(key))) return null;
    return mail.attachments.map(({ filename, mimeType, content }) => ({
      name: filename || NAMES[mimeType] || 'tep-dinh-kem',
      bytes: new Uint8Array(content as ArrayBuffer), // the encoding asked for
    }));
  } catch {
    return null; // nested too deep, or headers without end
  }
}

/** A file attached to a mail. */
interface Attached {
  /** Null where the mail names none. */
  readonly name: string | null;
  readonly content: Uint8Array;
  readonly type?: string;
}

export const FORM = 'bieu.xlsx';
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
let mails = 0;

/** A mail as Vietnamese offices send them: names in encoded words, contents in base64. */
export function aMail(attached: readonly Attached[]): Uint8Array {
  const boundary = `----=_thu_${++mails}_`;
  const lines = [
    'From: =?UTF-8?B?U+G7nyBZIHThur8=?= <syt@example.vn>',
    'To: vpub@example.vn',
    'Date: Fri, 20 Nov 2026 09:30:00 +0700',
    `Subject: ${encoded('Báo cáo kỳ 2026')}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Kính gửi.',
    ...attached.flatMap(({ name, content, type = XLSX_TYPE }) => [
      `--${boundary}`,
      `Content-Type: ${type}${name === null ? '' : `; name="${encoded(name)}"`}`,
      ...(name === null ? [] : [`Content-Disposition: attachment; filename="${encoded(name)}"`]),
      ...(type === 'message/rfc822'
        ? ['', Buffer.from(content).toString('latin1')]
        : [
            'Content-Transfer-Encoding: base64',
            '',
            (
              Buffer.from(content)
                .toString('base64')
                .match(/.{1,76}/g) ?? []
            ).join('\r\n'),
          ]),
    ]),
    `--${boundary}--`,
    '',
  ];
  return new Uint8Array(Buffer.from(lines.join('\r\n'), 'latin1').map((byte) => byte));
}

const encoded = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

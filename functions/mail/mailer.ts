import { failed, ok, type Result } from '../../core/result.ts';
import type { Smtp } from './mail-settings.ts';

/** A letter on its way. `id` names it for good: a server that gets it twice can tell. */
export interface Mail {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** Sends mail, one after another over one connection. */
export interface Mailer {
  /**
   * `refused`: the server takes this letter never. Throws `MailUnavailable` where it cannot be known whether it took it, or takes none now.
   */
  send(mail: Mail): Promise<Result<'sent', 'refused'>>;
  close(): void;
}

/** The mail server cannot be reached, does not know us, or takes nothing now. Its message holds no address and no password. */
export class MailUnavailable extends Error {
  override readonly name = 'MailUnavailable';
}

const CONNECT_MS = 10_000;
const ANSWER_MS = 30_000;
const SENDER = 'Phụ lục số';

/** What nodemailer says of a failure (its `code`), and the server's answer where there was one. */
interface Failure {
  readonly code?: string;
  readonly responseCode?: number;
}

/** The package of mailers, which most installations go without. */
export const loadMailing = () => import('nodemailer');

/** A mailer for the server of the settings. */
export async function openMailer({ host, port, secure, user, pass, from }: Smtp): Promise<Mailer> {
  const { createTransport } = await loadMailing();
  const transport = createTransport({
    pool: true,
    maxConnections: 1,
    host,
    port,
    secure,
    // A password never goes over the line in the clear.
    ...(user !== undefined && pass !== undefined && { auth: { user, pass }, requireTLS: !secure }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, to, subject, text }) {
      try {
        await transport.sendMail({
          from: { name: SENDER, address: from },
          to: [...to],
          subject,
          text,
          messageId: `<${id}@${from.split('@')[1]}>`,
          // RFC 3834: no out-of-office answer comes back.
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return ok('sent');
      } catch (cause) {
        const failure = cause as Failure; // nodemailer's own errors
        if (isRefusal(failure)) return failed('refused');
        // Without its cause: the server's answer may quote addresses, and errors are logged.
        throw new MailUnavailable(`[send mail] "${host}:${port}": ${failure.code ?? 'unknown'} ${failure.responseCode ?? ''}`.trim());
      }
    },
    close: () => transport.close(),
  };
}

/** An address or a letter that the server will never take (5xx); anything else may be better another time. */
const isRefusal = ({ code, responseCode = 0 }: Failure): boolean =>
  (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500 && responseCode < 600;

import * as z from 'zod';
import { type Agency, AgencyId } from '../../core/plan/agency.ts';

/**
 * The mail server that reminders go through. `secure`: TLS from the first byte (port 465); else the connection is raised to TLS where
 * the server offers it, and must be where a password is given.
 */
const Smtp = z
  .strictObject({
    host: z.string().min(1),
    port: z.int().min(1).max(65_535).default(587),
    secure: z.boolean().default(false),
    user: z.string().min(1).optional(),
    pass: z.string().min(1).optional(),
    from: z.email(),
  })
  .refine(({ user, pass }) => (user === undefined) === (pass === undefined), { path: ['pass'], message: 'user and pass go together' });
export type Smtp = z.infer<typeof Smtp>;

/** Where an agency receives mail: one address or several. */
const MailTo = z.partialRecord(AgencyId, z.union([z.email().transform((one) => [one]), z.array(z.email()).min(1)]));

export interface MailSettings {
  readonly smtp: Smtp;
  readonly to: ReadonlyMap<AgencyId, readonly string[]>;
}

interface Texts {
  readonly PHULUC_SMTP?: string | undefined;
  readonly PHULUC_MAIL_TO?: string | undefined;
}

/**
 * The settings from two texts of JSON; null where no mail server is named and reminders stay texts to copy. Throws, with the path of
 * each field that is wrong and never with its value, so that a bad configuration stops the start and no password is printed. `agencies`:
 * null while they are not known yet.
 */
export function readMailSettings({ PHULUC_SMTP, PHULUC_MAIL_TO }: Texts, agencies: readonly Agency[] | null): MailSettings | null {
  if (PHULUC_SMTP === undefined || PHULUC_SMTP.trim() === '') return null;
  const smtp = parsed('PHULUC_SMTP', PHULUC_SMTP, Smtp);
  const addresses = parsed('PHULUC_MAIL_TO', PHULUC_MAIL_TO ?? '{}', MailTo);
  const to = new Map(Object.entries(addresses) as [AgencyId, string[]][]); // the shape took only agencies as keys
  for (const agency of to.keys()) {
    if (agencies && !agencies.some(({ id }) => id === agency))
      throw new Error(`[mail] "PHULUC_MAIL_TO.${agency}": there is no such agency`);
  }
  return { smtp, to };
}

function parsed<S extends z.ZodType>(source: string, text: string, shape: S): z.infer<S> {
  const read = shape.safeParse(jsonOf(source, text));
  if (read.success) return read.data;
  throw new Error(
    read.error.issues.map(({ path, message }) => `[mail] "${[source, ...path].map(String).join('.')}": ${message}`).join('\n'),
  );
}

function jsonOf(source: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message would quote the text, and with it a password.
    throw new Error(`[mail] "${source}": is no JSON`);
  }
}

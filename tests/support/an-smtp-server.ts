import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A mail as the server got it: envelope, headers unfolded, text decoded. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

/** A small real SMTP server on 127.0.0.1 that keeps what it gets; a test makes it refuse, or hang up. */
export class AnSmtpServer {
  readonly mails: Received[] = [];
  connections = 0;
  /** Addresses that nobody has here: 550 for good. */
  readonly unknown = new Set<string>();
  /** What it does once it has a whole mail: takes it, has no time for it (451), or takes it and hangs up without a word. */
  onMail: 'take' | 'busy' | 'hang-up' = 'take';
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  private constructor() {
    this.server = createServer((socket) => this.talk(socket));
  }

  static async started(): Promise<AnSmtpServer> {
    const one = new AnSmtpServer();
    await new Promise<void>((resolve) => one.server.listen(0, '127.0.0.1', resolve));
    return one;
  }

  get port(): number {
    const address = this.server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
    await sleep(1);
  }

  private talk(socket: Socket): void {
    this.connections++;
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket)).on('error', () => {});
    let [from, to, buffer, data]: [string, string[], string, boolean] = ['', [], '', false];
    const say = (line: string) => socket.write(`${line}\r\n`);
    const command = (line: string): void => {
      const [, address = ''] = /<([^>]*)>/.exec(line) ?? [];
      if (/^EHLO/i.test(line)) say('250-loopback\r\n250-8BITMIME\r\n250 AUTH PLAIN');
      else if (/^MAIL/i.test(line)) {
        [from, to] = [address, []];
        say('250 ok');
      } else if (/^RCPT/i.test(line)) {
        if (this.unknown.has(address)) return void say('550 no such user');
        to.push(address);
        say('250 ok');
      } else if (/^DATA/i.test(line)) {
        data = true;
        say('354 go on');
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
      else say(/^(RSET|NOOP)/i.test(line) ? '250 ok' : '502 not here');
    };
    const whole = (text: string): void => {
      if (this.onMail === 'busy') return void say('451 later');
      this.mails.push({ from, to, ...parsed(text) });
      if (this.onMail === 'hang-up') socket.destroy();
      else say('250 taken');
    };
    say('220 loopback');
    socket.on('data', (chunk) => {
      buffer += chunk.toString('utf8');
      for (;;) {
        const end = buffer.indexOf(data ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const piece = buffer.slice(0, end);
        buffer = buffer.slice(end + (data ? 5 : 2));
        if (data) {
          data = false;
          whole(piece);
        } else command(piece);
      }
    });
  }
}

function parsed(text: string): Pick<Received, 'headers' | 'text'> {
  const cut = text.indexOf('\r\n\r\n');
  const lines = text
    .slice(0, cut)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), decodedWords(line.slice(line.indexOf(':') + 2))]),
  );
  const body = text.slice(cut + 4);
  const encoding = headers.get('content-transfer-encoding');
  if (encoding === 'base64') return { headers, text: Buffer.from(body, 'base64').toString('utf8') };
  return { headers, text: encoding === 'quoted-printable' ? quoted(body.replace(/=\r\n/g, '')) : body };
}

/** =?UTF-8?B?…?= and =?UTF-8?Q?…?= (RFC 2047). */
const decodedWords = (header: string): string =>
  header
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString('latin1') : latin(word.replace(/_/g, ' ')),
    )
    .replace(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));

const latin = (text: string): string => text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
const quoted = (text: string): string => Buffer.from(latin(text), 'latin1').toString('utf8');

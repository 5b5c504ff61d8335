import { failed, ok, type Result } from '../../core/result.ts';
import { MOST_BODY_BYTES } from '../../functions/http/api.ts';

/**
 * What one caller, or all together, may take of this host. The measure is the last hour before the deadline: all agencies of a province at
 * once, perhaps behind one address (a government network's NAT, a reverse proxy that is not named), each with a browser or two.
 */
export interface HostLimits {
  /** Reverse proxies in front whose word about who calls is believed. */
  readonly trustedProxies: number;
  /** Whether whoever calls has come by TLS, also where the proxy in front does not say so. */
  readonly secure: boolean;
  readonly bodies: BodyLimits;
  readonly connections: ConnectionLimits;
  readonly answers: AnswerLimits;
}

/** Bodies are read when a function asks for them: after the credential, and of open routes a few kilobytes. */
export interface BodyLimits {
  readonly most: number;
  /** Memory that all bodies share; that one caller's address may hold of it; and one credential. */
  readonly held: number;
  readonly heldByAddress: number;
  readonly heldByCredential: number;
  /** How long the next piece may take. */
  readonly idleMs: number;
  /** Bytes a second on the average, once the first moments are over: a connection starts slowly. */
  readonly leastRate: number;
  readonly graceMs: number;
  /** The whole body. */
  readonly wholeMs: number;
}

export interface ConnectionLimits {
  readonly most: number;
  readonly ofAddress: number;
  /** After so many requests a connection is closed and the next is opened: none is anybody's for good. */
  readonly requests: number;
  /** Requests that wait on one connection for the answer before theirs; browsers and proxies send none ahead. */
  readonly waiting: number;
  readonly headMs: number;
  readonly keepAliveMs: number;
}

/** Answers that have been made and not been read yet. */
export interface AnswerLimits {
  /** How long a client may take nothing of an answer, and how long it may take for all of it, our own time not counted. */
  readonly idleMs: number;
  readonly wholeMs: number;
  /** Bytes of all of them. Beyond it whoever has been reading longest is cut off, but nobody in its first moments. */
  readonly unread: number;
  readonly graceMs: number;
}

const MIB = 1024 * 1024;

export const USUAL_LIMITS: HostLimits = {
  trustedProxies: 0,
  secure: false,
  bodies: {
    most: MOST_BODY_BYTES,
    held: 256 * MIB,
    // Half: a filled form has some 50 KB, so 112 agencies behind one address hold 6 MiB. Whoever fills it leaves the others the rest.
    heldByAddress: 128 * MIB,
    // Four of the largest at once: more than a desk sends that takes files in.
    heldByCredential: 4 * MOST_BODY_BYTES,
    idleMs: 30_000,
    // A tenth of what the slowest mobile line gives; 10 MiB then end by `wholeMs` all the same.
    leastRate: 4 * 1024,
    graceMs: 15_000,
    wholeMs: 240_000,
  },
  connections: {
    // An idle one costs some 20 KB.
    most: 2_048,
    // 112 agencies with six connections each, as browsers open them, are 672.
    ofAddress: 1_024,
    requests: 1_000,
    waiting: 32,
    headMs: 20_000,
    keepAliveMs: 30_000,
  },
  answers: { idleMs: 30_000, wholeMs: 300_000, unread: 128 * MIB, graceMs: 2_000 },
};

/** The limits under an operator's environment; the error is a sentence that names the variable. */
export function hostLimits(environment: Readonly<Record<string, string | undefined>>): Result<HostLimits, string> {
  const wrong: string[] = [];
  const number = (name: string, usual: number, [least, most]: readonly [number, number]): number => {
    const text = environment[name]?.trim() || String(usual);
    const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    wrong.push(`${name} là “${text}”. Đặt một số từ ${least} đến ${most}.`);
    return usual;
  };
  const { bodies, connections } = USUAL_LIMITS;
  const trustedProxies = number('PHULUC_TRUSTED_PROXIES', 0, [0, 9]);
  const held = number('PHULUC_UPLOAD_MEMORY_MB', bodies.held / MIB, [32, 16_384]) * MIB;
  const most = number('PHULUC_CONNECTIONS', connections.most, [64, 65_000]);
  // Behind a proxy all connections are the proxy's own: how many one caller opens is the proxy's to limit.
  const usual = trustedProxies > 0 ? most : Math.min(connections.ofAddress, most);
  const ofAddress = number('PHULUC_CONNECTIONS_OF_ADDRESS', usual, [16, 65_000]);
  const secure = number('PHULUC_HTTPS', 0, [0, 1]) === 1;
  if (wrong[0] !== undefined) return failed(wrong[0]);
  return ok({
    ...USUAL_LIMITS,
    trustedProxies,
    secure,
    bodies: { ...bodies, held, heldByAddress: held / 2, heldByCredential: Math.min(bodies.heldByCredential, held / 2) },
    connections: { ...connections, most, ofAddress: Math.min(ofAddress, most) },
  });
}

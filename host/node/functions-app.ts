import type { LogLevel } from './log.ts';

/** A binding as the library registers it. */
export interface Binding {
  readonly type: string;
  readonly name: string;
  readonly direction: 'in' | 'out' | 'inout';
  /** Of an HTTP trigger: its template below the prefix, and its methods in capitals. */
  readonly route?: string;
  readonly methods?: readonly string[];
  /** Of a timer trigger: NCRONTAB with six fields. */
  readonly schedule?: string;
  readonly runOnStartup?: boolean;
}

/** A function as the library registers it. */
export interface RegisteredFunction {
  readonly name: string;
  readonly bindings: Readonly<Record<string, Binding>>;
  readonly handler: (...inputs: readonly unknown[]) => unknown;
}

/** What passes between host and library at one call (the part of it that this host uses). */
export interface InvocationRequest {
  readonly invocationId: string;
  readonly metadata: Pick<RegisteredFunction, 'name' | 'bindings'>;
  readonly request: {
    readonly inputData: readonly { readonly name: string; readonly data: unknown }[];
    readonly triggerMetadata: Readonly<Record<string, unknown>>;
  };
  readonly log: (level: LogLevel, category: string, message: string) => void;
  readonly state: undefined;
}

/** The library's side of one call. */
export interface Invocation {
  getArguments(): Promise<{ readonly context: unknown; readonly inputs: readonly unknown[] }>;
  invokeFunction(context: unknown, inputs: readonly unknown[], handler: RegisteredFunction['handler']): Promise<unknown>;
  getResponse(context: unknown, result: unknown): Promise<{ readonly returnValue?: { readonly http?: unknown } | null | undefined }>;
}

/** The library's conversion of requests and responses. */
export interface ProgrammingModel {
  getInvocationModel(request: InvocationRequest): Invocation;
}

/** A functions app that was loaded and has run what it registered for its start. */
export interface FunctionsApp {
  readonly functions: readonly RegisteredFunction[];
  readonly model: ProgrammingModel;
  /** Runs what the app registered for its end: it closes its store here. */
  readonly terminate: () => Promise<void>;
}

export const triggerOf = ({ bindings }: RegisteredFunction): Binding | undefined =>
  Object.values(bindings).find(({ type }) => type.endsWith('Trigger'));

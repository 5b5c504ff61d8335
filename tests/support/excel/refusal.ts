/** What Excel answers instead of doing something, by its own code. */
export class Refusal extends Error {
  readonly code: string;
  /** The member that refused, as Excel's `debugInfo.errorLocation` names it; empty where nobody looks at it. */
  readonly location: string;

  constructor(code: string, message: string, location = '') {
    super(message);
    this.code = code;
    this.location = location;
  }
}

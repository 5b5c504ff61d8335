/** A call that makes no sense: told in one sentence with what to do, exit code 2. */
export class WrongCall extends Error {}

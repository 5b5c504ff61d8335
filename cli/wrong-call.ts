/** A call that makes no sense: told in one sentence with what to do, exit code 2. */
export class WrongCall extends Error {
  override readonly name = 'WrongCall';
}

/** A plan that cannot be used: a line for each of its faults, exit code 1. */
export class PlanRefused extends Error {
  override readonly name = 'PlanRefused';
}

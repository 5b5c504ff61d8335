import { relative } from 'node:path';

const MISSED = ['Survived', 'NoCoverage'];
const EVERY = 100;

/** Says of each change that no test notices where it is and what, as soon as that is known: a run of an hour may be broken off. */
class ToldAtOnce {
  tested = 0;
  all = 0;

  onMutationTestingPlanReady({ mutantPlans }) {
    this.all = mutantPlans.length;
  }

  onMutantTested({ status, fileName, location, mutatorName, replacement = '' }) {
    if (MISSED.includes(status)) {
      const { line, column } = location.start;
      const becomes = replacement.replace(/\s+/g, ' ').slice(0, 80);
      console.log(`${relative('', fileName)}:${line}:${column} ${mutatorName} → ${becomes}`);
    }
    this.tested++;
    if (this.tested % EVERY === 0) console.log(`${this.tested} of ${this.all} changes tried`);
  }
}

export const strykerPlugins = [{ kind: 'Reporter', name: 'told-at-once', injectableClass: ToldAtOnce }];

import { Random } from './random.ts';
import { Simulation } from './simulation.ts';

// SEEDS=10000 for a night's run (FROM=5001 for its second half), SEED=4711 for one seed again.
const SEEDS = Number(process.env.SEEDS ?? 250);
const FROM = Number(process.env.FROM ?? 1);
const ONLY = process.env.SEED;
const STEPS = 50;

const seeds = ONLY ? [Number(ONLY)] : Array.from({ length: SEEDS - FROM + 1 }, (_, k) => FROM + k);

test('whatever fails, and in whatever order, nothing acknowledged is lost, doubled or changed', async () => {
  for (const seed of seeds)
    await new Simulation(new Random(seed)).run(STEPS).catch((cause) => {
      throw new Error(`SEED=${seed}: ${cause.message}`, { cause });
    });
}, 7_200_000);

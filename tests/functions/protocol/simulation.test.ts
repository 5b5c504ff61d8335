import { Random } from './random.ts';
import { Simulation } from './simulation.ts';

// SEEDS=10000 for a night's run, SEED=4711 for one seed again.
const SEEDS = Number(process.env.SEEDS ?? 250);
const ONLY = process.env.SEED;
const STEPS = 50;

const seeds = ONLY ? [Number(ONLY)] : Array.from({ length: SEEDS }, (_, k) => k + 1);

test('whatever fails, and in whatever order, nothing acknowledged is lost, doubled or changed', async () => {
  for (const seed of seeds)
    await new Simulation(new Random(seed)).run(STEPS).catch((cause) => {
      throw new Error(`SEED=${seed}: ${cause.message}`, { cause });
    });
}, 1_200_000);

import type { Command, WorkerMessage } from './messages.ts';
import { workbenchOf } from './workbench.ts';

const say = (said: WorkerMessage): void => postMessage(said);

const work = workbenchOf((stage) => say({ kind: 'stage', stage }));

addEventListener('message', ({ data }: MessageEvent<Command>) => say(work(data)));

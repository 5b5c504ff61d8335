import { createHash } from 'node:crypto';
import { buildAppendix } from '../../../templates/appendix/build-appendix.ts';
import { aRequest } from './a-built-appendix.ts';

process.stdout.write(
  `${createHash('sha256')
    .update(await buildAppendix(aRequest('2026')))
    .digest('hex')}\n`,
);

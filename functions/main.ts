import { registerFunctions } from './register.ts';

/**
 * The functions alone, below the prefix of host.json; who runs them serves the pages beside them. On Azure host/azure/main.ts does both.
 */
await registerFunctions('');

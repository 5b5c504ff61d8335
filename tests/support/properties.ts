import fc from 'fast-check';

// The same inputs in every run, so that what turns red is what was changed; `npm run soak -- properties` draws others.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.PROPERTY_SEED ?? 2026) });

export { fc };

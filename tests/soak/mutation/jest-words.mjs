import { expect } from 'expect';
import { bind } from 'jest-each';

// What the suites expect of jest, under mocha.
const one = (title, body) => globalThis.it(title, () => body());
globalThis.test = Object.assign(one, { each: bind(one, false) });
globalThis.expect = expect;

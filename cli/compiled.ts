import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { crc32ByZlib } from '../templates/crc-32-by-zlib.ts';

/**
 * What a program in CommonJS exports, run with what V8 had compiled of it at the end of an earlier run: of the time that 112 workbooks take,
 * a tenth goes into compiling. It is kept beside the program (https://v8.dev/blog/code-caching), for each Node, kind of processor and
 * set of V8's flags by itself: the V8 of Node 20 takes what another processor's V8 of its version compiled, and dies of it. Where nothing can
 * be written there, each run compiles anew.
 */
export function compiled(program: string): unknown {
  const kept = `${program}.${process.version}-${process.arch}-${cachedDataVersionTag().toString(16)}.cache`;
  const source = `(function (exports, require, module) {${readFileSync(program, 'latin1')}\n})`; // in ASCII: half the bytes, none to decode
  const script = new Script(source, { filename: program, cachedData: readKept(kept) });
  if (script.cachedDataRejected !== false) process.once('exit', (code) => code === 0 && keep(kept, script));
  const module = { exports: {} as unknown };
  script.runInThisContext()(module.exports, createRequire(program), module);
  return module.exports;
}

/** The sum behind what was compiled: V8 looks at its version and its flags, but what is damaged aborts the process. */
const SUM_BYTES = 4;

function readKept(file: string): Buffer | undefined {
  try {
    const whole = readFileSync(file);
    const length = whole.length - SUM_BYTES;
    return crc32ByZlib(whole, length) === whole.readUInt32LE(length) ? whole.subarray(0, length) : undefined;
  } catch {
    return undefined; // there is none, or nothing of a sum
  }
}

/**
 * Whole or not at all: another run may be reading it. The file is opened before what it is to hold is put together, which takes 0.04 s:
 * the folder of an installed program is not its user’s to write.
 */
function keep(kept: string, script: Script): void {
  const aside = `${kept}.${process.pid}.tmp`;
  try {
    const file = openSync(aside, 'w');
    try {
      const data = script.createCachedData();
      const sum = Buffer.alloc(SUM_BYTES);
      sum.writeUInt32LE(crc32ByZlib(data, data.length));
      writeFileSync(file, Buffer.concat([data, sum]));
    } finally {
      closeSync(file);
    }
    renameSync(aside, kept);
  } catch {
    removeIfAllowed(aside);
  }
}

/** What a run leaves behind is no reason for it to fail: some folders let files be made, and none be removed. */
function removeIfAllowed(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Node's permissions say no even where there is no such file
  }
}

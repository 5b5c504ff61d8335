import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { at, root } from '../../tools/root.mjs';

/** A step that runs a program of node_modules and holds what it prints as one problem when it fails. */
export const tool = (name, script, ...words) => ({
  name,
  run: async () => {
    const child = spawn(process.execPath, [at('node_modules', script), ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
    const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
    return code === 0 ? [] : [`${out}${err}`.trim() || `${script} ended with code ${code}`];
  },
});

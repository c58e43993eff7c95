// `npm start`, right after a clone as well: install, build, serve, open.
import { spawn } from 'node:child_process';
import { ensureInstalled } from './install.mjs';
import { commandOf } from './paths.mjs';
import { runNode } from './run.mjs';
import { serve } from './serve.mjs';

const PORT = 4173;

ensureInstalled();
console.log('Building ...');
const build = await runNode(commandOf('vite'), ['build', '--logLevel', 'warn']);
if (build.code !== 0) {
  console.error(build.output);
  process.exit(1);
}
const { url } = await serve({ port: PORT }).catch(() => {
  console.log(`Port ${PORT} is taken, so another one is used.`);
  return serve();
});
console.log(`\nPerennial is at ${url}\nStop it with Ctrl+C.`);
openBrowser(url);

/**
 * A convenience: a machine without a browser or a screen only misses it.
 * @param {string} url
 */
function openBrowser(url) {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (CI || (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY)) return;
  /** @type {Partial<Record<NodeJS.Platform, [string, string[]]>>} */
  const openers = { darwin: ['open', [url]], win32: ['cmd', ['/c', 'start', '', url]] };
  const [command, args] = openers[process.platform] ?? ['xdg-open', [url]];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

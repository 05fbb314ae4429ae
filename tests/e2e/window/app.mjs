// The real program in its real window, driven through WebKitWebDriver.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Builder, Capabilities, until } from 'selenium-webdriver';

const PATIENCE = 30_000;

/** Starts the program; `answers` are the paths that its dialogs return, in order. */
export async function startApp({ args = ['--sample'], answers = [] } = {}) {
  const program = process.env.ECOTONE_DESKTOP;
  if (!program) throw new Error('ECOTONE_DESKTOP must name the program; `cargo xtask test window` sets it.');
  const folder = await mkdtemp(join(tmpdir(), 'ecotone-window-'));
  const answerFile = join(folder, 'answers');
  await writeFile(answerFile, answers.map((name) => (name === '' ? '\n' : `${join(folder, name)}\n`)).join(''));
  const opened = join(folder, 'opened');
  const webDriver = await startWebDriver({
    ECOTONE_ANSWERS: answerFile,
    // Nobody's viewer and file manager come up: what they would show is written down.
    PATH: `${await standInOpener(join(folder, 'bin'), opened)}${delimiter}${process.env.PATH}`,
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    // The sample's figures end there.
    ECOTONE_TODAY: '2026-06-30',
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
  });
  const capabilities = new Capabilities({
    browserName: 'wry',
    'webkitgtk:browserOptions': { binary: program, args },
  });
  const browser = await new Builder().usingServer(webDriver.address).withCapabilities(capabilities).build();
  return {
    browser,
    /** A file that a dialog was answered with. */
    file: (name) => join(folder, name),
    /** What was handed to the system to show, in order. */
    opened: async () => (await readFile(opened, 'utf8').catch(() => '')).split('\n').filter(Boolean),
    find: (locator) => browser.wait(until.elementLocated(locator), PATIENCE, `${locator} did not appear`),
    until: (condition, message) => browser.wait(condition, PATIENCE, message),
    async stop() {
      try {
        await browser.quit();
      } finally {
        await webDriver.stop();
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** A folder with a program that takes the place of the system's opener. */
async function standInOpener(folder, opened) {
  await mkdir(folder);
  await writeFile(join(folder, 'xdg-open'), `#!/bin/sh\nprintf '%s\\n' "$1" >> '${opened}'\n`, { mode: 0o755 });
  return folder;
}

/** In a process group of its own, so that the program ends with it: the driver does not always take it along. */
async function startWebDriver(env) {
  const port = await freePort();
  const child = spawn('WebKitWebDriver', [`--port=${port}`], {
    detached: true,
    env: { ...process.env, ...env, TAURI_WEBVIEW_AUTOMATION: 'true' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  // Politely: killed outright the driver would leave the webview's processes behind.
  const end = () => process.kill(-child.pid, 'SIGTERM');
  const endWithThis = () => {
    end();
    process.exit(1);
  };
  process.once('SIGTERM', endWithThis);
  await accepting(port);
  return {
    address: `http://127.0.0.1:${port}`,
    async stop() {
      process.off('SIGTERM', endWithThis);
      end();
      await ended;
    },
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function accepting(port) {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/status`);
      if (answer.ok) return;
    } catch {
      await new Promise((later) => setTimeout(later, 100));
    }
  }
  throw new Error(`WebKitWebDriver did not answer on port ${port}.`);
}

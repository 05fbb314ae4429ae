// Two ways to look at the page: headless Chromium, and WebKitGTK's window on the running X display. Both answer
// { open(), run(source, argument), screenshot(), end() }.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

// The page's own packages: there is no second list of them.
const need = createRequire(new URL('../../../ui/package.json', import.meta.url));

/** `ecotone serve` on loopback with one workspace. */
export async function served(program, file, folder, page, today) {
  const args = ['--today', today, 'serve', '--folder', folder, '--ui', page, '--port', '0', file];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [first] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(([code]) => [code]),
  ]);
  if (typeof first !== 'string') throw new Error(`${program} serve ended at once (${first}); see above.`);
  return { address: first.trim(), end: () => ended(child) };
}

export async function chromium(address, size, dark = false) {
  const { chromium: engine } = need('@playwright/test');
  const executablePath = ['/usr/bin/chromium'].find((path) => existsSync(path));
  const browser = await engine.launch({ executablePath });
  const context = await browser.newContext({
    viewport: size,
    locale: 'en-US',
    colorScheme: dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  const open = () => page.goto(address, { waitUntil: 'commit' });
  return {
    open,
    run: (source, argument) => page.evaluate(`(${source})(${JSON.stringify(argument ?? null)})`),
    screenshot: async () => (await page.screenshot()).toString('base64'),
    end: () => browser.close(),
  };
}

/**
 * With `program` the product's own window on the workspace at `address`; else its engine in WebKitGTK's small browser on
 * a page at `address`, with the setting that the product makes.
 */
export async function webkit(address, size, program, settings = {}) {
  const { Builder, Capabilities } = need('selenium-webdriver');
  const port = await freePort();
  const env = { ...process.env, ...settings, TAURI_WEBVIEW_AUTOMATION: 'true', NO_AT_BRIDGE: '1' };
  if (!existsSync('/dev/dri')) env.WEBKIT_DISABLE_DMABUF_RENDERER ??= '1';
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  await accepting(port);
  const capabilities = new Capabilities({
    browserName: program ? 'wry' : 'MiniBrowser',
    'webkitgtk:browserOptions': {
      binary: program ?? miniBrowser(),
      args: program ? [address] : ['--automation'],
    },
  });
  const browser = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
  await browser.manage().setTimeouts({ script: 120_000 });
  await browser
    .manage()
    .window()
    .setRect({ x: 0, y: 0, ...size });
  return {
    open: () => (program ? browser.navigate().refresh() : browser.get(address)),
    run: (source, argument) =>
      browser.executeAsyncScript(
        `const done = arguments[arguments.length - 1];
         Promise.resolve((${source})(arguments[0])).then(done, (error) => done({ error: String(error) }));`,
        argument ?? null,
      ),
    screenshot: () => browser.takeScreenshot(),
    end: async () => {
      await browser.quit().catch(() => undefined);
      // Politely, and all of them: killed outright the driver would leave the webview's processes behind.
      process.kill(-driver.pid, 'SIGTERM');
      await once(driver, 'exit');
    },
  };
}

function miniBrowser() {
  const found = ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/libexec']
    .map((folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`)
    .find((path) => existsSync(path));
  if (!found)
    throw new Error("WebKitGTK's MiniBrowser is not installed: install webkit2gtk-driver, or set ECOTONE_DESKTOP.");
  return found;
}

async function ended(child) {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
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
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`WebKitWebDriver did not answer on port ${port}.`);
}

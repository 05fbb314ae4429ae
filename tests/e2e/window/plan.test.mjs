// One everyday path through the real window: a partner comes, is seen, goes again, and the plan is exported.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { after, before, test } from 'node:test';
import { By, Key } from 'selenium-webdriver';
import { startApp } from './app.mjs';

const NAME = 'Harbor & <b>Sons</b>';

let app;
before(async () => {
  app = await startApp({ args: ['--sample'], answers: ['plan.pdf', 'again.pdf'] });
  await app.browser.executeScript(
    'window.violations = []; addEventListener("securitypolicyviolation", (e) => window.violations.push(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}`));',
  );
});
after(() => app?.stop());

const button = (name) => By.xpath(`//button[normalize-space()='${name}' or @aria-label='${name}']`);
const field = (label) => By.xpath(`//input[@id=//label[normalize-space()='${label}']/@for]`);

/** A toast slides in from below the window: until it is there, nobody can press anything in it. */
async function pressInToast(name) {
  const pressed = async () =>
    (await app.find(button(name))).click().then(
      () => true,
      () => false,
    );
  await app.until(pressed, `${name} can be pressed`);
}

async function go(screen) {
  const link = await app.find(By.xpath(`//nav[@aria-label='Screens']//button[normalize-space()='${screen}']`));
  await link.click();
}

async function partnersOnMap() {
  const map = await app.find(By.css('[data-partners]'));
  return Number(await map.getAttribute('data-partners'));
}

async function pageSays(text) {
  return app.browser.executeScript('return document.body.innerText.includes(arguments[0])', text);
}

/** A key pressed on the keyboard: the native menu sees it before the page does. */
function press(keys) {
  const [window] = execFileSync('xdotool', ['search', '--onlyvisible', '--name', 'Ecotone$']).toString().split('\n');
  execFileSync('xdotool', ['windowfocus', '--sync', window, 'key', '--clearmodifiers', keys]);
}

test('a partner added through the screen is on the map and in the table', async () => {
  await go('Map');
  const before = await partnersOnMap();
  assert.ok(before > 40, `the sample has its partners, found ${before}`);
  await (await app.find(button('Add partner'))).click();
  await (await app.find(field('Name'))).sendKeys(NAME, Key.ENTER);
  await app.until(async () => (await partnersOnMap()) === before + 1, 'the map shows one partner more');
  await app.browser.actions().sendKeys(Key.ESCAPE).perform();

  await go('Partners');
  await app.until(() => pageSays(NAME), 'the table shows the new partner');
});

test('the keyboard takes the partner back', async () => {
  await go('Map');
  const before = await partnersOnMap();
  press('ctrl+z');
  await app.until(async () => (await partnersOnMap()) === before - 1, 'the map shows one partner less');
  await go('Partners');
  await app.until(async () => !(await pageSays(NAME)), 'the table no longer shows the partner');
});

test('the plan is exported through the answered dialog', async () => {
  await go('Document');
  await (await app.find(button('Export PDF'))).click();
  const written = async () => (await readFile(app.file('plan.pdf')).catch(() => Buffer.alloc(0))).length > 0;
  await app.until(written, 'the PDF is written');
  const pdf = await readFile(app.file('plan.pdf'));
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  assert.match(execFileSync('pdfinfo', [app.file('plan.pdf')], { stdio: 'pipe' }).toString(), /Tagged:\s+yes/);
});

test('what was exported is opened, and shown in its folder', async () => {
  await pressInToast('Open');
  await app.until(async () => (await app.opened()).length === 1, 'the file is handed to its program');
  await (await app.find(button('Export PDF'))).click();
  await pressInToast('Show in folder');
  await app.until(async () => (await app.opened()).length === 2, 'the folder is handed to its program');
  const [file, folder] = await app.opened();
  assert.equal(file, app.file('plan.pdf'));
  assert.equal(folder, dirname(app.file('again.pdf')));
});

test('the page keeps to the content policy on every screen', async () => {
  for (const screen of ['Map', 'Partners', 'Motions', 'Outcomes', 'Document']) {
    await go(screen);
    await app.browser.sleep(300);
  }
  assert.deepEqual(await app.browser.executeScript('return window.violations'), []);
});

test('the page can reach nothing but the program', async () => {
  const reach = (script) =>
    app.browser.executeAsyncScript(
      `const done = arguments[0]; ${script}.then(() => done('reached'), () => done('refused'));`,
    );
  assert.equal(await app.browser.executeScript('return typeof window.__TAURI__'), 'undefined');
  assert.equal(await app.browser.executeScript('return Object.isFrozen(Object.prototype)'), true);
  assert.equal(await reach("fetch('https://example.org/')"), 'refused');
  assert.equal(await reach("window.__TAURI_INTERNALS__.invoke('plugin:event|emit', { event: 'ecotone' })"), 'refused');
  assert.equal(await reach("window.__TAURI_INTERNALS__.invoke('plugin:window|close')"), 'refused');
  assert.equal(await app.browser.executeScript("return window.open('https://example.org/')"), null);
  await app.browser.executeScript("setTimeout(() => { location.href = 'https://example.org/'; })");
  await app.browser.sleep(500);
  assert.match(await app.browser.getCurrentUrl(), /^tauri:\/\/localhost/);
});

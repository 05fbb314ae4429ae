// The import assistant walked in the real window, with a file that is dragged out of another program and dropped there.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, writeFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { By } from 'selenium-webdriver';
import { startApp } from './app.mjs';

const PARTNERS = fileURLToPath(new URL('../../fixtures/assistant/partners.csv', import.meta.url));

let app;
before(async () => {
  app = await startApp();
  await app.find(By.css('[data-partners]'));
});
after(() => app?.stop());

const button = (name) => By.xpath(`//*[@role='dialog']//button[contains(normalize-space(), "${name}")]`);
const heading = (name) => By.xpath(`//*[@role='dialog']//h3[normalize-space()="${name}"]`);
const says = (text) => By.xpath(`//body//*[contains(., "${text}")]`);

const xdotool = (...words) => execFileSync('xdotool', words.map(String)).toString();

async function seen(name) {
  const found = await app.until(() => {
    try {
      return xdotool('search', '--onlyvisible', '--name', name).trim().split('\n')[0];
    } catch {
      return false;
    }
  }, `a window named ${name}`);
  return found;
}

function place(window) {
  const told = xdotool('getwindowgeometry', '--shell', window).split('\n');
  const { X, Y, WIDTH, HEIGHT } = Object.fromEntries(told.map((line) => line.split('=')));
  return { x: Number(X) + Math.floor(Number(WIDTH) / 2), y: Number(Y) + Math.floor(Number(HEIGHT) / 2) };
}

/** As a hand does it: press on the file, carry it over, let go. */
async function drop(file) {
  const source = spawn(process.env.ECOTONE_DRAG_SOURCE, [file], { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(source, 'exit');
  try {
    const from = place(await seen('A file to drop'));
    const target = await seen('Ecotone$');
    const to = place(target);
    xdotool('mousemove', from.x, from.y, 'mousedown', 1);
    for (let step = 1; step <= 12; step += 1) {
      const at = (a, b) => Math.round(a + ((b - a) * step) / 12);
      xdotool('mousemove', at(from.x, to.x + 160), at(from.y, to.y + 120));
      await app.browser.sleep(40);
    }
    xdotool('mouseup', 1);
  } finally {
    await app.browser.sleep(300);
    source.kill('SIGTERM');
    await ended;
  }
}

async function press(name) {
  const found = await app.find(button(name));
  await app.until(() => found.isEnabled(), `${name} can be pressed`);
  await found.click();
}

test('a dropped table is mapped, compared, imported and taken back', async () => {
  const shown = async () => Number(await (await app.find(By.css('[data-partners]'))).getAttribute('data-partners'));
  await app.until(async () => (await shown()) > 0, 'the map is there');
  const before = await shown();
  const partners = async () => (await shown()) - before;
  const file = app.file('partners.csv');
  await copyFile(PARTNERS, file);
  await drop(file);
  await app.find(heading('partners.csv'));
  await app.find(says('Recognized as a list of partners'));
  await press('Go to columns');
  await app.find(By.xpath("//table[@aria-label='Columns of the file']"));
  await (await app.find(By.xpath("//*[@role='radio'][normalize-space()='Day first']"))).click();
  await press('See what changes');
  assert.equal(await partners(), 0, 'nothing is written before the last click');
  await press('Import 6 rows, leave out 2');
  await app.find(heading('5 new and 1 changed partner.'));
  await app.until(async () => (await partners()) === 5, 'the map shows five partners more');
  await press('Undo import');
  await app.find(heading('Taken back'));
  await app.until(async () => (await partners()) === 0, 'the map is as it was');
  await press('Show partners');
});

test('what is neither a workspace nor a table is refused in words', async () => {
  const file = app.file('plan.pdf');
  await writeFile(file, '%PDF-1.7\n');
  await drop(file);
  await app.find(says('plan.pdf cannot be dropped here'));
});

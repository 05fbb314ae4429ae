// What depends on the system around the page: the clipboard, and the whole screen.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { By } from 'selenium-webdriver';
import { startApp } from './app.mjs';

let app;
before(async () => {
  app = await startApp();
  await app.find(By.css('.stage canvas[data-drawn="crisp"]'));
});
after(() => app?.stop());

/** A key pressed on the keyboard: the page takes it for a person's. */
function press(keys) {
  const [window] = windows();
  execFileSync('xdotool', ['windowfocus', '--sync', window, 'key', '--clearmodifiers', keys]);
}

function windows() {
  return execFileSync('xdotool', ['search', '--onlyvisible', '--name', 'Ecotone$']).toString().split('\n');
}

function geometry() {
  const told = execFileSync('xdotool', ['getwindowgeometry', '--shell', windows()[0]]).toString();
  return Object.fromEntries(told.split('\n').map((line) => line.split('=')));
}

function screen() {
  return execFileSync('xdotool', ['getdisplaygeometry']).toString().trim().split(' ');
}

async function focusMap() {
  await app.browser.executeScript(`document.querySelector('[role="application"][data-partners]').focus()`);
}

test('the map is copied as a picture', async () => {
  await focusMap();
  press('ctrl+shift+c');
  await app.find(By.xpath("//*[@role='status'][contains(., 'Copied the map as a picture')]"));
});

test('F11 shows nothing but the map on the whole screen, and Escape comes back', async () => {
  await focusMap();
  const before = geometry();
  press('F11');
  await app.find(By.css('[data-theme="projector"]'));
  const [width, height] = screen();
  await app.until(() => geometry().WIDTH === width && geometry().HEIGHT === height, 'the window fills the screen');
  await app.browser.sleep(600);
  press('Escape');
  await app.find(By.css('nav[aria-label="Screens"]'));
  await app.until(() => geometry().WIDTH === before.WIDTH, 'the window is as large as before');
  assert.equal(geometry().HEIGHT, before.HEIGHT);
});

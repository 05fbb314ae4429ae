// Photographs the real window with its frame and menu: node picture.mjs FILE.png
import { execFileSync } from 'node:child_process';
import { By } from 'selenium-webdriver';
import { startApp } from './app.mjs';

const [file] = process.argv.slice(2);
const app = await startApp({ args: ['--sample'] });
try {
  await app.find(By.css('[data-partners]'));
  // Fonts and the first crisp drawing of the map.
  await app.browser.sleep(2500);
  const [window] = execFileSync('xdotool', ['search', '--onlyvisible', '--name', 'Ecotone$']).toString().split('\n');
  execFileSync('import', ['-frame', '-window', window, file]);
} finally {
  await app.stop();
}

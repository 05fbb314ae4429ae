// No text is cut off, covered by other text, or out of reach on any screen.
import { expect, test } from './host';
import { layoutDefects } from './layout';
import { SCENES, SIZES } from './scenes';
import { settled } from './settled';

for (const scene of SCENES) {
  test.describe(scene.name, () => {
    test.use({ opens: scene.opens });
    test('shows its words whole', async ({ page, host }) => {
      const defects: string[] = [];
      await page.goto('/');
      await scene.show(page, host);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await settled(page);
        const found = await layoutDefects(page);
        defects.push(...found.map((defect) => `${size.width}x${size.height}: ${defect}`));
      }
      expect(defects).toEqual([]);
    });
  });
}

test('text that is cut off or covered is found', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => {
    const box = (text: string, style: Partial<CSSStyleDeclaration>): void => {
      const element = document.createElement('p');
      element.textContent = text;
      Object.assign(element.style, { position: 'fixed', zIndex: '99', left: '0', top: '0', ...style });
      document.body.replaceChildren(...document.body.children, element);
    };
    box('a narrow box', { width: '20px', overflow: 'hidden', whiteSpace: 'nowrap' });
    box('below the window', { top: '100vh' });
    box('one word', { left: '500px', top: '300px' });
    box('another word', { left: '505px', top: '303px' });
  });
  const defects = (await layoutDefects(page)).join('\n');
  expect(defects).toContain('“a narrow box” is cut off');
  expect(defects).toContain('“below the window” lies outside');
  expect(defects).toContain('“one word” and “another word” lie on each other');
});

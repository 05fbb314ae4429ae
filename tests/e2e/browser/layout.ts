// Finds text that is cut off, that lies on other text, or that cannot be reached, from the boxes of the page's words.
import type { Page } from '@playwright/test';

/** A sentence for each defect. Words on a canvas have no boxes; the Rust tests of the pictures look at those. */
export function layoutDefects(page: Page): Promise<string[]> {
  return page.evaluate(defectsOnPage);
}

/** Runs in the page, so everything it needs stands inside. */
function defectsOnPage(): string[] {
  interface Box {
    left: number;
    top: number;
    right: number;
    bottom: number;
  }
  interface Word {
    text: string;
    element: HTMLElement;
    box: Box;
  }

  /** Rounding, and strokes that reach over their letter's box. */
  const SLACK = 1.5;
  /** The share of a line's height above and below its letters. */
  const LEADING = 0.14;
  const defects = new Set<string>();
  const words: Word[] = [];

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) look(node as Text);
  for (const field of document.querySelectorAll('input')) lookIntoField(field);
  for (const [at, word] of words.entries()) {
    for (const other of words.slice(at + 1)) compare(word, other);
  }
  return [...defects];

  function look(node: Text): void {
    const element = node.parentElement;
    const text = node.data.trim().replace(/\s+/g, ' ');
    if (!element || text === '' || !isSeen(element)) return;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue;
      const inset = rect.height * LEADING;
      const letters = { left: rect.left, top: rect.top + inset, right: rect.right, bottom: rect.bottom - inset };
      const box = clipped(letters, element, text);
      if (box) words.push({ text, element, box });
    }
  }

  function isSeen(element: HTMLElement): boolean {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    for (let up: HTMLElement | null = element; up; up = up.parentElement) {
      if (up.clientWidth === 1 && up.clientHeight === 1) return false;
    }
    return true;
  }

  /** What is left of the box inside everything that cuts it; nothing when it can be scrolled to. */
  function clipped(letters: Box, element: HTMLElement, text: string): Box | null {
    const box = { ...letters };
    let fixed = false;
    for (let up: HTMLElement | null = element; up && !fixed; up = up.parentElement) {
      const style = getComputedStyle(up);
      fixed = style.position === 'fixed';
      if (style.display === 'inline' || style.display === 'contents') continue;
      const edge = up.getBoundingClientRect();
      const wide = box.left < edge.left - SLACK || box.right > edge.right + SLACK;
      const high = box.top < edge.top - SLACK || box.bottom > edge.bottom + SLACK;
      if (style.overflowX !== 'visible' && wide && !(style.textOverflow === 'ellipsis' && isExplained(up))) {
        const outside = box.left >= edge.right || box.right <= edge.left;
        if (style.overflowX === 'hidden' || style.overflowX === 'clip' || !outside) {
          defects.add(`“${text}” is cut off at the side${style.textOverflow === 'ellipsis' ? ' with no title' : ''}`);
        }
      }
      if ((style.overflowY === 'hidden' || style.overflowY === 'clip') && high) {
        defects.add(`“${text}” is cut off above or below`);
      }
      if (style.overflowX !== 'visible') [box.left, box.right] = within(box.left, box.right, edge.left, edge.right);
      if (style.overflowY !== 'visible') [box.top, box.bottom] = within(box.top, box.bottom, edge.top, edge.bottom);
      if (box.right - box.left < 1 || box.bottom - box.top < 1) return null;
    }
    const { innerWidth, innerHeight } = window;
    if (box.left < -SLACK || box.right > innerWidth + SLACK || box.top < -SLACK || box.bottom > innerHeight + SLACK) {
      defects.add(`“${text}” lies outside the window`);
    }
    return box;
  }

  function within(from: number, to: number, least: number, most: number): [number, number] {
    return [Math.max(from, least), Math.min(to, most)];
  }

  /** A shortened name can be read in full: on hover, or where it leads to. */
  function isExplained(element: HTMLElement): boolean {
    return element.closest('[title]') !== null;
  }

  function lookIntoField(field: HTMLInputElement): void {
    if (field.value !== '' && isSeen(field) && field.scrollWidth > field.clientWidth + SLACK && !isExplained(field)) {
      defects.add(`“${field.value}” does not fit its field`);
    }
  }

  function compare(a: Word, b: Word): void {
    if (a.element === b.element) return;
    const box = {
      left: Math.max(a.box.left, b.box.left),
      top: Math.max(a.box.top, b.box.top),
      right: Math.min(a.box.right, b.box.right),
      bottom: Math.min(a.box.bottom, b.box.bottom),
    };
    if (box.right - box.left <= SLACK || box.bottom - box.top <= SLACK) return;
    if (isCovered(a, b, box) || isCovered(b, a, box)) return;
    defects.add(`“${a.text}” and “${b.text}” lie on each other`);
  }

  /** A panel, a dialog or a sticky head over the text is no overlap: it hides what it covers. */
  function isCovered(under: Word, over: Word, at: Box): boolean {
    let hides = false;
    for (let up: HTMLElement | null = over.element; up && !up.contains(under.element); up = up.parentElement) {
      const { position, backgroundColor } = getComputedStyle(up);
      const opaque = !/^rgba\(.*, 0(\.[0-8]\d*)?\)$|^transparent$/.test(backgroundColor);
      const { left, top, right, bottom } = up.getBoundingClientRect();
      const whole = left <= at.left && top <= at.top && right >= at.right && bottom >= at.bottom;
      hides ||= opaque && whole;
      if (hides && position !== 'static' && position !== 'relative') return true;
    }
    return false;
  }
}

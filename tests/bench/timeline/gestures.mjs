// What runs inside the page: a hand that moves at every frame, and a clock that notes when frames come.

/** Opens the motions and waits for their bars; answers when they were there, in milliseconds. */
export async function shown() {
  const until = async (found) => {
    const deadline = performance.now() + 60_000;
    for (;;) {
      const it = found();
      if (it) return it;
      if (performance.now() > deadline) return undefined;
      await new Promise(requestAnimationFrame);
    }
  };
  const button = await until(() =>
    [...document.querySelectorAll('nav button')].find((each) => each.textContent.trim() === 'Motions'),
  );
  if (!button) return { error: 'There is no way to the motions.' };
  const begun = performance.now();
  button.click();
  const bars = await until(() => document.querySelector('.timeline canvas'));
  if (!bars) return { error: 'The timeline was not drawn within a minute.' };
  await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
  return { at: performance.now() - begun };
}

/** One gesture for `duration` milliseconds, an event for each frame; taken back at the end. */
export async function gesture({ kind, duration }) {
  const surface = document.querySelector('.timeline');
  const scroller = document.querySelector('.list');
  const row = [...document.querySelectorAll('[data-motion]')].find((each) => each.getBoundingClientRect().top > 400);
  if (!surface || !scroller || !row) return { error: 'There is no timeline.' };
  const headers = { 'content-type': 'application/json', 'x-window': 'main' };
  const answer = await fetch('/rpc/motions', {
    method: 'POST',
    headers,
    body: '{"by":"kind"}',
  });
  const motion = (await answer.json()).motions.find(({ id }) => id === row.dataset.motion);
  const box = surface.getBoundingClientRect();
  const dayOf = (iso) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
  const xOf = (day) => box.left + (day - Number(surface.dataset.left)) * Number(surface.dataset.perDay);
  const y = row.getBoundingClientRect().top + 16;
  const [start, end] = [xOf(dayOf(motion.start)), xOf(dayOf(motion.end) + 1)];
  const from = kind === 'resize' ? end - 3 : kind === 'drag' ? (start + end) / 2 : box.left + 20;
  const level = kind === 'pan' ? box.top + 300 : y;
  // A made event has no pointer that could be captured.
  surface.setPointerCapture = () => undefined;
  const send = (type, x, at, more = {}) =>
    surface.dispatchEvent(
      new (type === 'wheel' ? WheelEvent : PointerEvent)(type, {
        bubbles: true,
        cancelable: true,
        clientX: x,
        clientY: at,
        pointerId: 1,
        buttons: 1,
        ...more,
      }),
    );
  const [gaps, busy] = [[], []];
  // A gesture that moves nothing would be measured too.
  const where = () => `${surface.dataset.left} ${surface.dataset.perDay} ${scroller.scrollTop}`;
  const first = where();
  let moved = false;
  const ask = window.requestAnimationFrame;
  const pulled = kind === 'drag' || kind === 'resize' || kind === 'pan';
  await new Promise(ask);
  if (pulled) send('pointerdown', from, level, { button: 0 });
  const begun = performance.now();
  let before = await new Promise(ask);
  for (;;) {
    const now = await new Promise(ask);
    gaps.push(now - before);
    before = now;
    const t = (performance.now() - begun) / duration;
    if (t >= 1) break;
    const working = performance.now();
    const far = Math.sin(t * Math.PI * 4);
    if (pulled) send('pointermove', from + far * 180, level, { button: -1 });
    else if (kind === 'scroll') scroller.scrollTop = (1 - Math.cos(t * Math.PI * 2)) * 4000;
    else
      send('wheel', box.left + 300, level, {
        deltaY: far > 0 ? -18 : 18,
        ctrlKey: true,
        buttons: 0,
      });
    busy.push(performance.now() - working);
    moved ||= where() !== first || surface.querySelector('.ghost') !== null;
  }
  if (pulled) {
    window.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'Escape',
        bubbles: true,
        cancelable: true,
      }),
    );
    send('pointerup', from, level, { button: 0, buttons: 0 });
  }
  await new Promise((later) => setTimeout(later, 600));
  return moved ? { gaps: gaps.slice(2), busy } : { error: 'Nothing moved.' };
}

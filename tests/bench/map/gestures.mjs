// What runs inside the page: a hand that moves at every frame, and a clock that notes when frames come.

/** Waits for the map to be drawn crisply; answers when that was, in milliseconds since the page began. */
export async function finished() {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const canvas = document.querySelector('.stage canvas[data-drawn]');
    if (canvas?.dataset.drawn === 'crisp') break;
    if (document.querySelector('[data-partners="0"]') && document.querySelector('.empty')) break;
    if (performance.now() > deadline) return { error: 'The map was not drawn within a minute.' };
    await new Promise(requestAnimationFrame);
  }
  await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  // The page notes it by itself, as a script may come to look later than that.
  const [first] = performance.getEntriesByName('map-drawn');
  const asked = performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('/rpc/map'));
  return {
    at: first?.startTime ?? performance.now(),
    host: asked.length > 0 ? Math.max(...asked.map(({ duration }) => duration)) : null,
  };
}

/** The screen's refresh interval, from frames in which nothing happens. */
export async function tick() {
  const times = [];
  for (let i = 0; i < 60; i += 1) times.push(await new Promise(requestAnimationFrame));
  const gaps = times.slice(1).map((time, i) => time - times[i]);
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
}

/** Pans or zooms for `duration` milliseconds, one event for each frame, then waits for the crisp picture. */
export async function gesture({ kind, duration, reach = 0.7 }) {
  const surface = document.querySelector('[role="application"][data-partners]');
  const canvas = document.querySelector('.stage canvas[data-drawn]');
  const box = surface.getBoundingClientRect();
  const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  // A made event has no pointer that could be captured.
  surface.setPointerCapture = () => undefined;
  const send = (type, x, y, more = {}) =>
    surface.dispatchEvent(
      new (type === 'wheel' ? WheelEvent : PointerEvent)(type, {
        bubbles: true,
        cancelable: true,
        clientX: x,
        clientY: y,
        pointerId: 1,
        buttons: 1,
        ...more,
      }),
    );
  const background = { x: middle.x, y: middle.y };
  const gaps = [];
  const drawn = [];
  // What the page itself does for a frame: a busy machine lengthens it less than it delays frames.
  const busy = [];
  const ask = window.requestAnimationFrame;
  window.requestAnimationFrame = (callback) =>
    ask((now) => {
      const begun = performance.now();
      callback(now);
      busy.push(performance.now() - begun);
    });
  await new Promise(requestAnimationFrame);
  const start = performance.now();
  let before = start;
  if (kind === 'pan') send('pointerdown', background.x, background.y, { button: 1 });
  for (;;) {
    const now = await new Promise(ask);
    gaps.push(now - before);
    before = now;
    drawn.push(canvas.dataset.drawn);
    const t = (performance.now() - start) / duration;
    if (t >= 1) break;
    if (kind === 'pan') {
      const turn = t * Math.PI * 4;
      const far = Math.sin(t * Math.PI) * Math.min(box.width, box.height) * reach;
      send('pointermove', middle.x + Math.cos(turn) * far, middle.y + Math.sin(turn) * far, { button: -1 });
    } else {
      // In and out again, twice.
      const turn = Math.floor(t * 4) % 2 === 0 ? -1 : 1;
      send('wheel', middle.x + 40, middle.y - 30, {
        deltaY: turn * 16,
        buttons: 0,
      });
    }
  }
  const end = performance.now();
  if (kind === 'pan') send('pointerup', background.x, background.y, { button: 1, buttons: 0 });
  window.requestAnimationFrame = ask;
  let crisp = 0;
  for (let frames = 0; frames < 240; frames += 1) {
    await new Promise(requestAnimationFrame);
    if (canvas.dataset.drawn === 'crisp') {
      crisp = performance.now() - end;
      break;
    }
  }
  return {
    gaps: gaps.slice(2),
    busy,
    crisp,
    snapshots: drawn.filter((each) => each !== 'crisp').length / drawn.length,
  };
}

/** Goes near the middle of the map, where a zone lies behind everything. */
export async function closeIn() {
  const surface = document.querySelector('[role="application"][data-partners]');
  const box = surface.getBoundingClientRect();
  // Above the middle, as panels lie below the zones.
  const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height * 0.38 };
  for (let turn = 0; turn < 4; turn += 1) {
    surface.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaY: -290, ...at }));
    await new Promise(requestAnimationFrame);
  }
  await new Promise((later) => setTimeout(later, 900));
  // What lies over the map would hide that there is nothing under it.
  const canvas = document.querySelector('.stage canvas[data-drawn]');
  for (let own = canvas, depth = 0; depth < 4; own = own.parentElement, depth += 1) {
    for (const over of own.parentElement.children) {
      const isOver = getComputedStyle(over).position === 'absolute' && !over.matches('[role="application"]');
      if (over !== own && isOver) over.style.visibility = 'hidden';
    }
  }
}

/**
 * The widest run of rows or columns along an edge of the map that shows hardly anything but the page behind it, in
 * pixels. Names are painted for every frame, also where nothing else is.
 */
export async function blank(png) {
  const image = new Image();
  await new Promise((loaded, failed) => {
    image.onload = loaded;
    image.onerror = () => failed(new Error('The screenshot cannot be read.'));
    image.src = `data:image/png;base64,${png}`;
  });
  const box = document.querySelector('.stage').getBoundingClientRect();
  const ratio = image.naturalWidth / window.innerWidth;
  const [w, h] = [Math.floor(box.width * ratio) - 4, Math.floor(box.height * ratio) - 4];
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [w, h];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.drawImage(image, -box.left * ratio - 2, -box.top * ratio - 2);
  const { data } = context.getImageData(0, 0, w, h);
  const behind = (getComputedStyle(document.querySelector('.stage')).backgroundColor.match(/[\d.]+/g) ?? []).map(
    Number,
  );
  const isBlank = (x, y) => [0, 1, 2].every((part) => data[(y * w + x) * 4 + part] === behind[part]);
  const mostly = (across, at) => {
    let count = 0;
    for (let i = 0; i < across; i += 4) if (isBlank(...at(i))) count += 1;
    return count * 4 > across * 0.85;
  };
  const run = (length, across, at) => {
    let count = 0;
    while (count < length && mostly(across, (i) => at(count, i))) count += 1;
    return count;
  };
  return Math.max(
    run(w, h, (along, i) => [along, i]),
    run(w, h, (along, i) => [w - 1 - along, i]),
    run(h, w, (along, i) => [i, along]),
    run(h, w, (along, i) => [i, h - 1 - along]),
  );
}

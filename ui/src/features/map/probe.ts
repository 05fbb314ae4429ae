/** Which kind of canvas is quicker here. Without a GPU, WebKitGTK draws twice as fast into one that is read often. */

const FRAMES = 4;
/** The plain kind is kept unless the other one is clearly quicker. */
const CLEARLY = 0.85;

let answer: Promise<CanvasRenderingContext2DSettings> | undefined;

/** Timed once for each window, over `host`, for about a tenth of a second. */
export function quickerSettings(host: HTMLElement): Promise<CanvasRenderingContext2DSettings> {
  answer ??= probe(host);
  return answer;
}

async function probe(host: HTMLElement): Promise<CanvasRenderingContext2DSettings> {
  const plain = await timed(host, {});
  const read = await timed(host, { willReadFrequently: true });
  return read < plain * CLEARLY ? { willReadFrequently: true } : {};
}

async function timed(host: HTMLElement, settings: CanvasRenderingContext2DSettings): Promise<number> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(300, host.clientWidth);
  canvas.height = Math.max(200, host.clientHeight);
  canvas.setAttribute('aria-hidden', 'true');
  canvas.style.cssText = 'position:absolute;inset:0;opacity:.01;pointer-events:none';
  const context = canvas.getContext('2d', settings);
  if (!context) return Infinity;
  host.append(canvas);
  try {
    await nextFrame();
    const start = performance.now();
    for (let frame = 0; frame < FRAMES; frame += 1) {
      scribble(context, frame);
      await nextFrame();
    }
    return performance.now() - start;
  } finally {
    canvas.remove();
  }
}

/** About as much as a crowded map: curves, shapes, text with halos. */
function scribble(context: CanvasRenderingContext2D, turn: number): void {
  const { width, height } = context.canvas;
  context.clearRect(0, 0, width, height);
  context.font = '12px Inter, sans-serif';
  for (let i = 0; i < 400; i += 1) {
    const [x, y] = [(i * 97 + turn * 13) % width, (i * 61 + turn * 7) % height];
    context.strokeStyle = '#8886';
    context.beginPath();
    context.moveTo(width / 2, height / 2);
    context.quadraticCurveTo(x, height / 2, x, y);
    context.stroke();
    context.fillStyle = '#567';
    context.beginPath();
    context.arc(x, y, 9, 0, Math.PI * 2);
    context.fill();
    if (i % 3 === 0) {
      context.lineWidth = 3;
      context.strokeText('Partner', x, y + 20);
      context.fillText('Partner', x, y + 20);
      context.lineWidth = 1;
    }
  }
}

/** A window that is not painted sends no frames: waiting for one must end all the same. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

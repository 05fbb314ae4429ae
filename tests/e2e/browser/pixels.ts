// Where two pictures differ by more than their soft edges.

export interface Compared {
  /** Of all pixels. */
  share: number;
  /** Of the square of 24 pixels that differs most. */
  worst: number;
  /** Its corner. */
  at: [number, number];
}

/**
 * A pixel is the same when each of its channels lies between the least and the most of the other picture around it: a
 * line that is drawn half a pixel aside, or with softer edges, is the same line. Runs in a page, so everything it needs
 * stands inside.
 */
export async function differing([first, second]: readonly [string, string]): Promise<Compared> {
  const SQUARE = 24;
  /** Of 255: shades that nobody tells apart. */
  const TOLERANCE = 28;
  const [a, b] = [await pixelsOf(first), await pixelsOf(second)];
  const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)];
  const columns = Math.ceil(width / SQUARE);
  const squares = new Uint32Array(columns * Math.ceil(height / SQUARE));
  let count = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      if (near(a, b, x, y) && near(b, a, x, y)) continue;
      count += 1;
      const square = Math.floor(y / SQUARE) * columns + Math.floor(x / SQUARE);
      squares[square] = (squares[square] ?? 0) + 1;
    }
  }
  const most = squares.reduce((best, each, index) => (each > (squares[best] ?? 0) ? index : best), 0);
  return {
    share: count / (width * height),
    worst: (squares[most] ?? 0) / SQUARE ** 2,
    at: [(most % columns) * SQUARE, Math.floor(most / columns) * SQUARE],
  };

  function near(one: ImageData, other: ImageData, x: number, y: number): boolean {
    for (let channel = 0; channel < 3; channel += 1) {
      const value = one.data[(y * one.width + x) * 4 + channel] ?? 0;
      let [least, most] = [255, 0];
      for (let row = y - 1; row <= y + 1; row += 1) {
        for (let column = x - 1; column <= x + 1; column += 1) {
          const around = other.data[(row * other.width + column) * 4 + channel] ?? 0;
          least = Math.min(least, around);
          most = Math.max(most, around);
        }
      }
      if (value < least - TOLERANCE || value > most + TOLERANCE) return false;
    }
    return true;
  }

  async function pixelsOf(source: string): Promise<ImageData> {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('There is no canvas.');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  }
}

/** Sizes a canvas for a sharp picture and answers its context, in CSS pixels. */
export function fitCanvas(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  options: CanvasRenderingContext2DSettings = {},
  ratio = window.devicePixelRatio || 1,
): CanvasRenderingContext2D | null {
  const [deviceWidth, deviceHeight] = [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))];
  if (canvas.width !== deviceWidth || canvas.height !== deviceHeight) {
    canvas.width = deviceWidth;
    canvas.height = deviceHeight;
  }
  const context = canvas.getContext('2d', options);
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

let loading: Promise<unknown> | null = null;

/** The faces that pictures are written in: a canvas does not wait for a font. */
export function pictureFonts(): Promise<unknown> {
  loading ??= Promise.all([420, 520, 620, 680].map((weight) => document.fonts.load(`${weight} 12px "Inter Picture"`)));
  return loading;
}

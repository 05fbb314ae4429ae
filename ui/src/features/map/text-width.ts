/** Measures text as it is painted, for words that no display list brings along. */

let context: CanvasRenderingContext2D | null | undefined;

export function textWidth(text: string, fontSize: number, weight: number): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * fontSize * 0.6;
  context.font = `${weight} ${fontSize}px "Inter Picture", "Inter", sans-serif`;
  return context.measureText(text).width;
}

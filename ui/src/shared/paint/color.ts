/** Red, green, blue 0 to 255, opacity 0 to 1. */
export type Rgba = readonly [number, number, number, number];

/** Reads the forms that tokens have before and after the build: hexadecimal, with opacity or not, `rgb()` and `rgba()`. */
export function parseColor(text: string): Rgba | null {
  const trimmed = text.trim();
  const hex = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(trimmed)?.[1];
  if (hex) {
    const digits = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
    const part = (at: number): number => Number.parseInt(digits.slice(at, at + 2), 16);
    return [part(0), part(2), part(4), digits.length === 8 ? part(6) / 255 : 1];
  }
  const parts = /^rgba?\(([^)]*)\)$/i
    .exec(trimmed)?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean)
    .map(Number);
  if (!parts || parts.length < 3 || parts.some(Number.isNaN)) return null;
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts;
  return [red, green, blue, alpha];
}

/** `share` of `color` mixed into `into`. */
export function mix(color: Rgba, into: Rgba, share: number): Rgba {
  const part = (index: 0 | 1 | 2): number => Math.round(color[index] * share + into[index] * (1 - share));
  return [part(0), part(1), part(2), color[3] * share + into[3] * (1 - share)];
}

export function cssColor([red, green, blue, alpha]: Rgba): string {
  return alpha >= 1
    ? `rgb(${red},${green},${blue})`
    : `rgba(${red},${green},${blue},${Math.round(alpha * 1000) / 1000})`;
}

/** A token's name or `#rrggbb`, for a style: anything else becomes the text color, as names are hostile. */
export function tokenColor(color: string): string {
  if (/^#[0-9a-f]{6}$/i.test(color)) return color;
  return /^[a-z][a-z0-9-]*$/.test(color) ? `var(--${color})` : 'var(--text)';
}

/** The system asks for less movement: everything is at its end at once. */
export function calm(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

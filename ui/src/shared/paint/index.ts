export { fitCanvas, pictureFonts } from './canvas';
export { tokenColor } from './color';
export { alongPath, paintItem, paintList, pixelScale, type Camera, type PaintOptions } from './paint-list';
export { loadRasters } from './rasters';
export { shapePath, shapeReach } from './shapes';
export { PaintTheme } from './theme';

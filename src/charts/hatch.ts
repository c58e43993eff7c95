/** Diagonal lines across a rectangle as one path. A `<pattern>` would need an id, which two charts could share. */
export function hatch(x: number, y: number, width: number, height: number, gap = 6): string {
  let path = '';
  for (let offset = gap / 2; offset < width + height; offset += gap) {
    const startX = Math.min(offset, width);
    const startY = offset - startX;
    const endY = Math.min(offset, height);
    const endX = offset - endY;
    path += `M${x + startX},${y + startY}L${x + endX},${y + endY}`;
  }
  return path;
}

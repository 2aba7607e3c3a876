/** Between two weeks, in the units of the drawing. */
export const STEP = 32;

export function widthOf(points: number): number {
  return Math.max(points - 1, 1) * STEP;
}

type Point = { x: number; y: number };

/** Lines of neighbouring values; where one is missing a line ends and another begins. */
export function runsOf(
  values: (number | null)[],
  { most, height }: { most: number; height: number },
): Point[][] {
  const runs: Point[][] = [];
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    const point = { x: index * STEP, y: Math.round(height - (value / most) * height) };
    if (index > 0 && values[index - 1] !== null) runs.at(-1)?.push(point);
    else runs.push([point]);
  }
  return runs;
}

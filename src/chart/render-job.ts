import type { TimelineChart } from '../commands/index.ts';

/** What the thread of a picture is given. */
export interface PictureOrder {
  readonly chart: TimelineChart;
  /** Compiled already: threads share it. */
  readonly rasteriser: WebAssembly.Module;
}

import type { TimelineChart } from '../commands/index.ts';
import { drawTimelineChart, fontTextOf } from './draw-timeline-chart.ts';
import { createFontLoader } from './fonts.ts';

/**
 * A chart as a self-contained SVG document, see {@link drawTimelineChart}. Rejects when its fonts
 * cannot be read.
 */
export async function renderTimelineSvg(chart: TimelineChart): Promise<string> {
  const fonts = await createFontLoader()(fontTextOf(chart));
  return drawTimelineChart(chart, fonts);
}

import { serveThread } from '../shared/worker-rpc.ts';
import { renderTimelineSvg } from './draw-timeline-chart.ts';
import { createPngRenderer } from './render-png.ts';
import type { RenderApi } from './render-pool.ts';

// The thread in which one picture is made: resvg can be set up once.
serveThread<RenderApi>({
  async draw({ chart, resvg }) {
    const [svg, renderPng] = await Promise.all([
      renderTimelineSvg(chart),
      createPngRenderer(resvg),
    ]);
    return renderPng(svg);
  },
});

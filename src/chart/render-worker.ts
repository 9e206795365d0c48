import { parentPort, workerData } from 'node:worker_threads';
import type { PictureOrder } from './render-job.ts';
import { createPngRenderer } from './render-png.ts';
import { renderTimelineSvg } from './render-svg.ts';

/** The thread in which one picture is made: it is given a chart, answers with a PNG file, and ends. */
if (!parentPort) throw new Error('to be started as a worker thread');
const { chart, rasteriser }: PictureOrder = workerData;
const [svg, renderPng] = await Promise.all([
  renderTimelineSvg(chart),
  createPngRenderer(rasteriser),
]);
const png = renderPng(svg);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
parentPort.postMessage(png);

import { parentPort, workerData } from 'node:worker_threads';
import { drawTimelineChart, fontTextOf } from './draw-timeline-chart.ts';
import { createFontLoader } from './fonts.ts';
import type { PictureOrder } from './picture-order.ts';
import { createPngRenderer } from './render-png.ts';

/** The thread in which one picture is made: it is given a chart, answers with a PNG file, and ends. */
if (!parentPort) throw new Error('to be started as a worker thread');
const { chart, rasteriser }: PictureOrder = workerData;
const [fonts, renderPng] = await Promise.all([
  createFontLoader()(fontTextOf(chart)),
  createPngRenderer(rasteriser),
]);
const png = renderPng(drawTimelineChart(chart, fonts));
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
parentPort.postMessage(png);

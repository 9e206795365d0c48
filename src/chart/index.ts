export { drawTimelineChart, fontTextOf, renderTimelineSvg } from './draw-timeline-chart.ts';
export { createFontLoader, type Fonts } from './fonts.ts';
export { createPictureMaker, PictureError, type PictureMaker } from './render-pool.ts';

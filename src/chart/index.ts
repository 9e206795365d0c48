export { drawTimelineChart, fontTextOf } from './draw-timeline-chart.ts';
export { createFontLoader, type Fonts } from './fonts.ts';
export { createPictureMaker, PictureError, type PictureMaker } from './render-pool.ts';
export { renderTimelineSvg } from './render-svg.ts';

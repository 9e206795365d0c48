import type { Translations } from '../../i18n/index.ts';
import type { ChartRole, ChartUnit } from './chart.ts';

/** What the picture of a timeline says, and its text for whoever cannot see it. */
export interface ChartMessages {
  readonly legend: Readonly<Record<ChartRole, string>>;
  readonly disputed: string;
  readonly axis: string;
  readonly gap: string;
  readonly counts: string;
  readonly rows: Readonly<Record<ChartUnit, string>>;
  readonly sources: (sources: string, count: number) => string;
  readonly entries: (entries: string, count: number) => string;
  readonly undated: (undated: string) => string;
  /** `entries` and `undated` together. */
  readonly summary: (entries: string, undated: string) => string;
  /** The sentence that a description begins with. */
  readonly opening: (title: string, summary: string) => string;
  /** An entry: its role, and what is known of it as a list. */
  readonly entry: (role: string, details: string) => string;
  /** Entries of one date of which the same can be said. */
  readonly times: (entry: string, count: string) => string;
  readonly listSeparator: string;
  /** The entries of one date, as a list; ends with a full stop. */
  readonly date: (date: string, entries: string) => string;
  /** Between sentences. */
  readonly sentenceSeparator: string;
  /** Stands for the entries that a description leaves out. */
  readonly andMore: (entries: string) => string;
}

/** English first; the Chinese of each script is written for its readers, not converted. */
export const chartMessages: Translations<ChartMessages> = {
  en: {
    legend: {
      event: 'what happened',
      deadline: 'deadline',
      planned: 'planned',
      report: 'report',
    },
    disputed: 'sources disagree',
    axis: 'time, to scale',
    gap: 'long gap, cut short',
    counts: 'number of entries',
    rows: {
      week: 'Each row is a week',
      month: 'Each row is a month',
      quarter: 'Each row is a quarter',
      year: 'Each row is a year',
      decade: 'Each row is a decade',
      century: 'Each row is a century',
      all: 'One row for all dates',
    },
    sources: (sources, count) => `${sources} ${count === 1 ? 'source' : 'sources'}`,
    entries: (entries, count) => `${entries} ${count === 1 ? 'entry' : 'entries'}`,
    undated: (undated) => `${undated} without a date`,
    summary: (entries, undated) => `${entries}, ${undated}`,
    opening: (title, summary) => `${title}. ${summary}.`,
    entry: (role, details) => `${role} (${details})`,
    times: (entry, count) => `${count} × ${entry}`,
    listSeparator: ', ',
    date: (date, entries) => `${date}: ${entries}.`,
    sentenceSeparator: ' ',
    andMore: (entries) => `And ${entries} more.`,
  },
  'zh-CN': {
    legend: { event: '事件', deadline: '期限', planned: '计划', report: '报道' },
    disputed: '来源说法不一',
    axis: '时间按比例',
    gap: '较长的空白，已缩短',
    counts: '条目数',
    rows: {
      week: '每行为一周',
      month: '每行为一个月',
      quarter: '每行为一季度',
      year: '每行为一年',
      decade: '每行为十年',
      century: '每行为一世纪',
      all: '所有日期合为一行',
    },
    sources: (sources) => `${sources} 个来源`,
    entries: (entries) => `${entries} 项`,
    undated: (undated) => `${undated} 项未注明日期`,
    summary: (entries, undated) => `共 ${entries}，其中 ${undated}`,
    opening: (title, summary) => `${title}。${summary}。`,
    entry: (role, details) => `${role}（${details}）`,
    times: (entry, count) => `${count} × ${entry}`,
    listSeparator: '、',
    date: (date, entries) => `${date}：${entries}。`,
    sentenceSeparator: '',
    andMore: (entries) => `另有 ${entries} 项。`,
  },
  'zh-TW': {
    legend: { event: '事件', deadline: '期限', planned: '計畫', report: '報導' },
    disputed: '來源說法不一',
    axis: '時間按比例',
    gap: '較長的空白，已縮短',
    counts: '條目數',
    rows: {
      week: '每列為一週',
      month: '每列為一個月',
      quarter: '每列為一季',
      year: '每列為一年',
      decade: '每列為十年',
      century: '每列為一世紀',
      all: '所有日期合為一列',
    },
    sources: (sources) => `${sources} 個來源`,
    entries: (entries) => `${entries} 項`,
    undated: (undated) => `${undated} 項未註明日期`,
    summary: (entries, undated) => `共 ${entries}，其中 ${undated}`,
    opening: (title, summary) => `${title}。${summary}。`,
    entry: (role, details) => `${role}（${details}）`,
    times: (entry, count) => `${count} × ${entry}`,
    listSeparator: '、',
    date: (date, entries) => `${date}：${entries}。`,
    sentenceSeparator: '',
    andMore: (entries) => `另有 ${entries} 項。`,
  },
};

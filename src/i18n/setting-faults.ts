import { z } from 'zod';
import type { Locale } from './locale.ts';
import { createTranslations } from './messages.ts';

/** Why a setting cannot be used. */
export const SETTING_FAULT = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('one-of'), values: z.array(z.string()).readonly() }),
  z.object({ kind: z.literal('whole-number'), min: z.number(), max: z.number() }),
  z.object({ kind: z.literal('id') }),
  z.object({ kind: z.literal('ids'), got: z.string() }),
  z.object({ kind: z.literal('url') }),
  z.object({ kind: z.literal('host') }),
  z.object({ kind: z.literal('token') }),
  z.object({ kind: z.literal('shards'), got: z.string(), max: z.number() }),
  z.object({ kind: z.literal('shard-count-missing') }),
  z.object({ kind: z.literal('shard-too-high'), shard: z.number(), shardCount: z.number() }),
  z.object({ kind: z.literal('unreadable'), reason: z.string() }),
  z.object({ kind: z.literal('empty-file'), file: z.string() }),
]);

/** One of {@link SETTING_FAULT}. */
export type SettingFault = z.infer<typeof SETTING_FAULT>;

/** What to say of a fault of each kind, after the name of the setting. */
type FaultWords = {
  readonly [Kind in SettingFault['kind']]: (
    fault: Extract<SettingFault, { readonly kind: Kind }>,
  ) => string;
};

const faultWords = createTranslations<FaultWords>(
  {
    'one-of': ({ values }) =>
      values.length === 2
        ? `must be ${values.join(' or ')}`
        : `must be one of ${values.join(', ')}`,
    'whole-number': ({ min, max }) => `must be a whole number from ${min} to ${max}`,
    id: () => 'must be the id of one channel, 17 to 20 digits',
    ids: ({ got }) => `must be ids of 17 to 20 digits with commas between them, not "${got}"`,
    url: () => 'must be an address such as https://discord.com/api',
    host: () => 'must be an address such as 127.0.0.1',
    token: () =>
      'has a character that no token has, such as a space or a curly quotation mark: copy it again from the developer portal',
    shards: ({ got, max }) =>
      `must be "auto", or shards from 0 to ${max} such as 0,1 or 0-3, not "${got}"`,
    'shard-count-missing': () => 'lists shards, so SHARD_COUNT must say how many there are in all',
    'shard-too-high': ({ shard, shardCount }) =>
      `has shard ${shard}, but SHARD_COUNT=${shardCount} means 0 to ${shardCount - 1}: remove it, or raise SHARD_COUNT`,
    unreadable: ({ reason }) => `cannot be read: ${reason}`,
    'empty-file': ({ file }) => `names an empty file: ${file}`,
  },
  (zh) => ({
    'one-of': ({ values }) => zh`必须是下列之一：${values.join(', ')}`,
    'whole-number': ({ min, max }) => zh`必须是 ${`${min}`} 到 ${`${max}`} 之间的整数`,
    id: () => zh`必须是一个频道的 ID，共 17 至 20 位数字`,
    ids: ({ got }) => zh`必须是 17 至 20 位数字的 ID，以逗号分隔，不能是“${got}”`,
    url: () => zh`必须是网址，例如 https://discord.com/api`,
    host: () => zh`必须是地址，例如 127.0.0.1`,
    token: () => zh`含有令牌中不会出现的字符，例如空格或弯引号：请从开发者门户重新复制`,
    shards: ({ got, max }) =>
      zh`必须是 auto，或 0 至 ${`${max}`} 的分片，例如 0,1 或 0-3，不能是“${got}”`,
    'shard-count-missing': () => zh`列出了分片，因此须用 SHARD_COUNT 写明分片总数`,
    'shard-too-high': ({ shard, shardCount }) =>
      zh`含有分片 ${shard}，但 SHARD_COUNT=${shardCount} 表示 0 至 ${shardCount - 1}：请将其删除，或调高 SHARD_COUNT`,
    unreadable: ({ reason }) => zh`无法读取：${reason}`,
    'empty-file': ({ file }) => zh`所指的文件是空的：${file}`,
  }),
);

/** A setting and what is wrong with it, on one line without a full stop. */
export function describeSettingFault(setting: string, fault: SettingFault, locale: Locale): string {
  return `${setting} ${wordsOf(fault, faultWords[locale])}`;
}

function wordsOf<Kind extends SettingFault['kind']>(
  fault: Extract<SettingFault, { readonly kind: Kind }>,
  words: FaultWords,
): string {
  return words[fault.kind](fault);
}

import type { Translations } from '../../i18n/index.ts';
import type { FINDINGS, FindingCode } from '../../shared/doctor-finding.ts';

/** Words of a finding, from its values in their order. */
type Words = (...values: string[]) => string;

/** The findings about which something is to be done. */
type Ailment = {
  [Code in FindingCode]: (typeof FINDINGS)[Code] extends 'ok' ? never : Code;
}[FindingCode];

/** What the doctor says. */
export interface DoctorMessages {
  readonly labels: Readonly<Record<'ok' | 'warning' | 'problem', string>>;
  readonly summary: (ok: string, warnings: string, problems: string) => string;
  readonly texts: Readonly<Record<FindingCode, Words>>;
  /** What to do about it, for everything that is not in order. */
  readonly remedies: Readonly<Record<Ailment, Words>> &
    Readonly<Partial<Record<FindingCode, Words>>>;
}

/** {@link DoctorMessages} in every language. */
export const doctorMessages: Translations<DoctorMessages> = {
  en: {
    labels: { ok: 'ok', warning: 'warning', problem: 'problem' },
    summary: (ok, warnings, problems) =>
      `In order: ${ok} · warnings: ${warnings} · problems: ${problems}`,
    texts: {
      'node-fits': (version) => `Node.js ${version}`,
      'node-too-old': (version, oldest) => `Node.js ${version} is older than ${oldest}`,
      'settings-fit': () => 'All settings can be used',
      'setting-wrong': (name, message) => `${name} cannot be used: ${name} ${message}`,
      'setting-misspelt': (name, meant) => `${name} is no setting; ${meant} is one`,
      'articles-read': (count, folder) => `Articles: ${count}, from ${folder}`,
      'articles-unreadable': (folder, reason) => `${folder}: ${reason}`,
      'articles-none': (folder) => `There is no article that can be used in ${folder}`,
      'articles-rejected': (count) => `Articles rejected: ${count}`,
      'data-writable': (folder) => `${folder} can be written to`,
      'data-not-writable': (folder, reason) => `${folder} cannot be written to (${reason})`,
      'snapshot-none': () => 'There is no snapshot of the index yet; the bot makes one',
      'snapshot-fits': (time) => `The snapshot of ${time} fits the articles`,
      'snapshot-old': (time) =>
        `The snapshot of ${time} is of other articles; the bot brings it up to date`,
      'snapshot-unusable': (reason) => `The snapshot cannot be used: ${reason}`,
      'token-missing': () => 'There is no token; nothing was asked of Discord',
      'token-odd': () => 'The token does not look like one of a bot',
      'token-refused': () => 'Discord refused the token',
      'token-accepted': (name) => `Discord knows the bot as ${name}`,
      'discord-unreachable': (address, reason) =>
        `Discord cannot be reached at ${address} (${reason})`,
      'discord-failed': (request, reason) => `Discord answered ${request} with ${reason}`,
      'application-fits': () => 'The application receives its interactions over the gateway',
      'application-endpoint': (url) => `Interactions are sent to ${url} instead of the bot`,
      'application-code-grant': () =>
        'The application requires a code grant, so that no link works',
      'servers-joined': (count, link) => `Servers: ${count}. To add another: ${link}`,
      'servers-none': () => 'The bot is in no server',
      'server-missing': (id) => `The bot is not in server ${id} of DISCORD_GUILD_IDS`,
      'commands-fit': (count, id) =>
        `Commands registered ${id ? `in server ${id}` : 'everywhere'}: ${count}`,
      'commands-outdated': (count, id) =>
        `Commands missing or left over ${id ? `in server ${id}` : 'everywhere'}: ${count}`,
      'commands-forbidden': (id) => `The bot may not have commands in server ${id}`,
      'audit-channel-fits': (id) => `Channel ${id} of AUDIT_CHANNEL_ID can be written to`,
      'audit-channel-unknown': (id) => `There is no channel ${id}, which AUDIT_CHANNEL_ID names`,
      'audit-channel-closed': (id, permissions) =>
        `The bot lacks ${permissions} in channel ${id} of AUDIT_CHANNEL_ID`,
    },
    remedies: {
      'node-too-old': (_version, oldest) => `Install Node.js ${oldest} or later.`,
      'setting-wrong': (name) => `Correct ${name} in .env or in the environment.`,
      'setting-misspelt': (name, meant) => `Rename ${name} to ${meant}, or remove it.`,
      'articles-unreadable': () => 'Check CORPUS_DIR and the permissions of the folder.',
      'articles-none': () => 'Put articles there, or set CORPUS_DIR to a folder that has some.',
      'articles-rejected': () => 'Run verbatim check: it names each one, and what to mend.',
      'data-not-writable': () =>
        'Set DATA_DIR to a folder that the bot may write to, or mend its permissions.',
      'snapshot-unusable': () => 'Nothing needs to be done: the next start makes it anew.',
      'token-missing': () => "Put the bot's token into DISCORD_TOKEN in .env; see .env.example.",
      'token-odd': () =>
        'Copy it under Bot > Reset Token in the developer portal; it is not the public key or the client secret.',
      'token-refused': () =>
        'Get a new one under Bot > Reset Token in the developer portal, and put it into DISCORD_TOKEN.',
      'discord-unreachable': () => 'Check the network, a proxy, and DISCORD_API_URL.',
      'discord-failed': () =>
        'Try again later. Faults of Discord are told at https://discordstatus.com',
      'application-endpoint': () =>
        'Remove the Interactions Endpoint URL in the developer portal, under General Information.',
      'application-code-grant': () =>
        'Switch off Requires OAuth2 Code Grant in the developer portal, under Bot.',
      'servers-none': (link) => `Add it with this link: ${link}`,
      'server-missing': (_id, link) => `Add it with this link, or correct the setting: ${link}`,
      'commands-outdated': () => 'Start the bot, or run verbatim register.',
      'commands-forbidden': (_id, link) =>
        `Add the bot again with this link, which asks for its commands: ${link}`,
      'audit-channel-unknown': () => 'Copy the id of a channel in a server that the bot is in.',
      'audit-channel-closed': () => "Allow them to the bot in the channel's permissions.",
    },
  },
  'zh-CN': {
    labels: { ok: '正常', warning: '警告', problem: '问题' },
    summary: (ok, warnings, problems) => `正常：${ok} · 警告：${warnings} · 问题：${problems}`,
    texts: {
      'node-fits': (version) => `Node.js ${version} 版`,
      'node-too-old': (version, oldest) => `Node.js ${version} 版太旧，至少需要 ${oldest}`,
      'settings-fit': () => '所有设置均可使用',
      'setting-wrong': (name, message) => `${name} 的值无法使用（${message}）`,
      'setting-misspelt': (name, meant) => `没有 ${name} 这项设置，是否应为 ${meant}`,
      'articles-read': (count, folder) => `文章：${count} 篇，来自 ${folder}`,
      'articles-unreadable': (folder, reason) => `${folder}：${reason}`,
      'articles-none': (folder) => `${folder} 中没有可用的文章`,
      'articles-rejected': (count) => `未被采用的文章：${count} 篇`,
      'data-writable': (folder) => `${folder} 可以写入`,
      'data-not-writable': (folder, reason) => `${folder} 无法写入（${reason}）`,
      'snapshot-none': () => '还没有索引快照，机器人会自动生成',
      'snapshot-fits': (time) => `${time} 的快照与文章相符`,
      'snapshot-old': (time) => `${time} 的快照与现有文章不同，机器人会自动更新`,
      'snapshot-unusable': (reason) => `快照无法使用：${reason}`,
      'token-missing': () => '没有设置令牌，因此未检查 Discord',
      'token-odd': () => '令牌看起来不像机器人令牌',
      'token-refused': () => 'Discord 拒绝了令牌',
      'token-accepted': (name) => `Discord 认可令牌，机器人名为 ${name}`,
      'discord-unreachable': (address, reason) => `无法连接位于 ${address} 的 Discord（${reason}）`,
      'discord-failed': (request, reason) => `Discord 对 ${request} 的答复是 ${reason}`,
      'application-fits': () => '应用通过网关接收交互',
      'application-endpoint': (url) => `交互被发送到 ${url}，机器人收不到`,
      'application-code-grant': () => '应用要求授权码，因此添加链接无法使用',
      'servers-joined': (count, link) => `服务器：${count} 个。添加到其他服务器：${link}`,
      'servers-none': () => '机器人不在任何服务器中',
      'server-missing': (id) => `机器人不在 DISCORD_GUILD_IDS 所列的服务器 ${id} 中`,
      'commands-fit': (count, id) => `${id ? `服务器 ${id} 中` : '全局'}已注册命令：${count} 个`,
      'commands-outdated': (count, id) =>
        `${id ? `服务器 ${id} 中` : '全局'}缺少或多余的命令：${count} 个`,
      'commands-forbidden': (id) => `机器人不能在服务器 ${id} 中注册命令`,
      'audit-channel-fits': (id) => `AUDIT_CHANNEL_ID 所指的频道 ${id} 可以发送消息`,
      'audit-channel-unknown': (id) => `AUDIT_CHANNEL_ID 所指的频道 ${id} 不存在`,
      'audit-channel-closed': (id, permissions) =>
        `机器人在 AUDIT_CHANNEL_ID 所指的频道 ${id} 中缺少权限：${permissions}`,
    },
    remedies: {
      'node-too-old': (_version, oldest) => `请安装 Node.js ${oldest} 或更新的版本。`,
      'setting-wrong': (name) => `请在 .env 或环境变量中改正 ${name}。`,
      'setting-misspelt': (name, meant) => `请将 ${name} 改名为 ${meant}，或将其删除。`,
      'articles-unreadable': () => '请检查 CORPUS_DIR 和该文件夹的权限。',
      'articles-none': () => '请放入文章，或将 CORPUS_DIR 设为有文章的文件夹。',
      'articles-rejected': () => '请运行 verbatim check，查看每一篇的问题和改正方法。',
      'data-not-writable': () => '请将 DATA_DIR 设为机器人可以写入的文件夹，或修改其权限。',
      'snapshot-unusable': () => '无需处理：下次启动时会重新生成。',
      'token-missing': () => '请将机器人令牌写入 .env 的 DISCORD_TOKEN，参见 .env.example。',
      'token-odd': () =>
        '请在开发者门户的 Bot > Reset Token 处重新复制；公钥和客户端密钥都不是令牌。',
      'token-refused': () =>
        '请在开发者门户的 Bot > Reset Token 处取得新令牌，并写入 DISCORD_TOKEN。',
      'discord-unreachable': () => '请检查网络、代理和 DISCORD_API_URL。',
      'discord-failed': () => '请稍后再试，并查看 https://discordstatus.com 。',
      'application-endpoint': () =>
        '请在开发者门户的 General Information 中清除 Interactions Endpoint URL。',
      'application-code-grant': () => '请在开发者门户的 Bot 中关闭 Requires OAuth2 Code Grant。',
      'servers-none': (link) => `请用此链接添加：${link}`,
      'server-missing': (_id, link) => `请用此链接添加，或改正该设置：${link}`,
      'commands-outdated': () => '请启动机器人，或运行 verbatim register。',
      'commands-forbidden': (_id, link) => `请用此链接重新添加机器人，并允许其使用命令：${link}`,
      'audit-channel-unknown': () => '请复制机器人所在服务器中某个频道的 ID。',
      'audit-channel-closed': () => '请在该频道的权限设置中给予机器人这些权限。',
    },
  },
  'zh-TW': {
    labels: { ok: '正常', warning: '警告', problem: '問題' },
    summary: (ok, warnings, problems) => `正常：${ok} · 警告：${warnings} · 問題：${problems}`,
    texts: {
      'node-fits': (version) => `Node.js ${version} 版`,
      'node-too-old': (version, oldest) => `Node.js ${version} 版太舊，至少需要 ${oldest}`,
      'settings-fit': () => '所有設定均可使用',
      'setting-wrong': (name, message) => `${name} 的值無法使用（${message}）`,
      'setting-misspelt': (name, meant) => `沒有 ${name} 這項設定，是否應為 ${meant}`,
      'articles-read': (count, folder) => `文章：${count} 篇，來自 ${folder}`,
      'articles-unreadable': (folder, reason) => `${folder}：${reason}`,
      'articles-none': (folder) => `${folder} 中沒有可用的文章`,
      'articles-rejected': (count) => `未被採用的文章：${count} 篇`,
      'data-writable': (folder) => `${folder} 可以寫入`,
      'data-not-writable': (folder, reason) => `${folder} 無法寫入（${reason}）`,
      'snapshot-none': () => '還沒有索引快照，機器人會自動產生',
      'snapshot-fits': (time) => `${time} 的快照與文章相符`,
      'snapshot-old': (time) => `${time} 的快照與現有文章不同，機器人會自動更新`,
      'snapshot-unusable': (reason) => `快照無法使用：${reason}`,
      'token-missing': () => '沒有設定權杖，因此未檢查 Discord',
      'token-odd': () => '權杖看起來不像機器人權杖',
      'token-refused': () => 'Discord 拒絕了權杖',
      'token-accepted': (name) => `Discord 認可權杖，機器人名為 ${name}`,
      'discord-unreachable': (address, reason) =>
        `無法連線到位於 ${address} 的 Discord（${reason}）`,
      'discord-failed': (request, reason) => `Discord 對 ${request} 的回應是 ${reason}`,
      'application-fits': () => '應用程式經由閘道接收互動',
      'application-endpoint': (url) => `互動被傳送到 ${url}，機器人收不到`,
      'application-code-grant': () => '應用程式要求授權碼，因此加入連結無法使用',
      'servers-joined': (count, link) => `伺服器：${count} 個。加入其他伺服器：${link}`,
      'servers-none': () => '機器人不在任何伺服器中',
      'server-missing': (id) => `機器人不在 DISCORD_GUILD_IDS 所列的伺服器 ${id} 中`,
      'commands-fit': (count, id) => `${id ? `伺服器 ${id} 中` : '全域'}已註冊指令：${count} 個`,
      'commands-outdated': (count, id) =>
        `${id ? `伺服器 ${id} 中` : '全域'}缺少或多餘的指令：${count} 個`,
      'commands-forbidden': (id) => `機器人不能在伺服器 ${id} 中註冊指令`,
      'audit-channel-fits': (id) => `AUDIT_CHANNEL_ID 所指的頻道 ${id} 可以傳送訊息`,
      'audit-channel-unknown': (id) => `AUDIT_CHANNEL_ID 所指的頻道 ${id} 不存在`,
      'audit-channel-closed': (id, permissions) =>
        `機器人在 AUDIT_CHANNEL_ID 所指的頻道 ${id} 中缺少權限：${permissions}`,
    },
    remedies: {
      'node-too-old': (_version, oldest) => `請安裝 Node.js ${oldest} 或更新的版本。`,
      'setting-wrong': (name) => `請在 .env 或環境變數中改正 ${name}。`,
      'setting-misspelt': (name, meant) => `請將 ${name} 改名為 ${meant}，或將其刪除。`,
      'articles-unreadable': () => '請檢查 CORPUS_DIR 和該資料夾的權限。',
      'articles-none': () => '請放入文章，或將 CORPUS_DIR 設為有文章的資料夾。',
      'articles-rejected': () => '請執行 verbatim check，查看每一篇的問題和改正方法。',
      'data-not-writable': () => '請將 DATA_DIR 設為機器人可以寫入的資料夾，或修改其權限。',
      'snapshot-unusable': () => '不需處理：下次啟動時會重新產生。',
      'token-missing': () => '請將機器人權杖寫入 .env 的 DISCORD_TOKEN，請見 .env.example。',
      'token-odd': () =>
        '請在開發者入口網站的 Bot > Reset Token 處重新複製；公鑰和用戶端密鑰都不是權杖。',
      'token-refused': () =>
        '請在開發者入口網站的 Bot > Reset Token 處取得新權杖，並寫入 DISCORD_TOKEN。',
      'discord-unreachable': () => '請檢查網路、代理伺服器和 DISCORD_API_URL。',
      'discord-failed': () => '請稍後再試，並查看 https://discordstatus.com 。',
      'application-endpoint': () =>
        '請在開發者入口網站的 General Information 中清除 Interactions Endpoint URL。',
      'application-code-grant': () =>
        '請在開發者入口網站的 Bot 中關閉 Requires OAuth2 Code Grant。',
      'servers-none': (link) => `請用此連結加入：${link}`,
      'server-missing': (_id, link) => `請用此連結加入，或改正該設定：${link}`,
      'commands-outdated': () => '請啟動機器人，或執行 verbatim register。',
      'commands-forbidden': (_id, link) => `請用此連結重新加入機器人，並允許其使用指令：${link}`,
      'audit-channel-unknown': () => '請複製機器人所在伺服器中某個頻道的 ID。',
      'audit-channel-closed': () => '請在該頻道的權限設定中給予機器人這些權限。',
    },
  },
};

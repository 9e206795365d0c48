/**
 * Terms of the news that the dictionary lacks or renders in words that newspapers do not use: Chinese
 * words before the sign, English ones behind it, each standing for each. Phrases are divided by commas.
 */
const TERMS = `
美国, 美方, 美 = US, United States, America, American
中国, 中方, 中 = China, Chinese
英国, 英方, 英 = UK, United Kingdom, Britain, British
法国, 法方, 法 = France, French
德国, 德方, 德 = Germany, German
日本, 日方, 日 = Japan, Japanese
俄罗斯, 俄国, 俄方, 俄 = Russia, Russian
韩国, 韩方, 韩 = South Korea, South Korean, Korean
印度, 印方 = India, Indian
加拿大, 加方 = Canada, Canadian
澳大利亚, 澳洲, 澳方, 澳 = Australia, Australian
意大利 = Italy, Italian
西班牙 = Spain, Spanish
巴西 = Brazil, Brazilian
乌克兰, 乌方 = Ukraine, Ukrainian
以色列, 以方 = Israel, Israeli
欧洲 = Europe, European
欧盟 = EU, European Union
台湾, 台 = Taiwan, Taiwanese
香港, 港 = Hong Kong
首席执行官, 执行长, 行政总裁, 总裁 = CEO, chief executive, chief executive officer
首席财务官, 财务长 = CFO, chief financial officer
首席运营官, 营运长 = COO, chief operating officer
首席技术官, 技术长 = CTO, chief technology officer
董事长, 主席 = chairman, chairwoman, chairperson, chair
发言人 = spokesperson, spokesman, spokeswoman
外交部 = foreign ministry, Ministry of Foreign Affairs
商务部 = commerce ministry, Ministry of Commerce
财政部 = finance ministry, treasury
国防部 = defence ministry, defense ministry, Pentagon
司法部 = justice ministry, justice department, Department of Justice
甲骨文 = Oracle
谷歌 = Google
苹果, 苹果公司 = Apple
亚马逊 = Amazon
脸书, 元宇宙平台 = Facebook, Meta
推特 = Twitter
抖音 = TikTok, Douyin
优步 = Uber
英伟达 = Nvidia
高通 = Qualcomm
收购, 并购 = acquire, acquisition, takeover, buy, purchase
出售, 卖, 售 = sell, sale
剥离 = divest, divestiture, divestment
封禁, 封杀, 禁令, 禁止, 封 = ban, banned, prohibit
报价, 出价, 要约 = bid, offer
竞购者, 买家, 买方 = bidder, buyer, suitor
交易 = deal, transaction
谈判, 磋商, 谈 = negotiation, negotiate, talks
起诉, 诉讼, 告 = sue, lawsuit
批准, 审批 = approve, approval
辞职, 卸任, 下台 = resign, resignation, step down, quit
母公司 = parent company, parent
总部 = headquarters, based
员工, 雇员, 职员 = employee, staff, worker
裁员 = layoff, job cuts, lay off
股价, 股票, 股份 = stock, share, share price
利润, 盈利 = profit
营收, 收入 = revenue
市值 = market value
隐私 = privacy
人工智能, 人工智慧 = artificial intelligence, AI
大选, 选举 = election
民调, 民意调查 = poll
贸易战 = trade war
关税 = tariff
制裁 = sanction
新冠, 新冠病毒 = coronavirus, Covid
疫苗 = vaccine
视频, 影片 = video
数据, 资料 = data
数据中心, 资料中心 = data centre, data center
算法, 演算法 = algorithm
软件, 软体 = software
信息, 资讯, 讯息 = information
网络, 网路 = network, internet
博客, 部落格 = blog
应用, 应用程序, 程式 = app, application
`;

/** Words of both languages that stand for each other. */
export interface TermGroup {
  readonly chinese: readonly string[];
  readonly english: readonly string[];
}

/** The groups of {@link TERMS}. */
export function readKnownTerms(): TermGroup[] {
  const split = (words: string) =>
    words
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);
  return TERMS.split('\n').flatMap((line) => {
    const [chinese, english] = line.split('=');
    return chinese && english ? [{ chinese: split(chinese), english: split(english) }] : [];
  });
}

/**
 * Countries with the names by which newspapers mean their governments: "Beijing" is China's. Each
 * line is one country, in English and Chinese.
 */
const GOVERNMENTS = `
China Chinese Beijing 中国 中方 北京
US American America Washington 美国 美方 华盛顿
UK British Britain London 英国 英方 伦敦
Russia Russian Moscow Kremlin 俄罗斯 俄方 莫斯科 克里姆林宫
France French Paris 法国 法方 巴黎
Germany German Berlin 德国 德方 柏林
Japan Japanese Tokyo 日本 日方 东京
India Indian Delhi 印度 印方 新德里
EU European Brussels 欧盟 布鲁塞尔
Ukraine Ukrainian Kyiv Kiev 乌克兰 乌方 基辅
Iran Iranian Tehran 伊朗 伊方 德黑兰
Israel Israeli 以色列 以方
Turkey Turkish Ankara 土耳其 安卡拉
Italy Italian Rome 意大利 罗马
Spain Spanish Madrid 西班牙 马德里
Canada Canadian Ottawa 加拿大 加方 渥太华
Australia Australian Canberra 澳大利亚 澳方 堪培拉
Brazil Brazilian Brasilia 巴西 巴西利亚
`;

const COUNTRY = 'country:';

/** Whether a form stands for a country, whatever language it is named in. */
export function isCountry(form: string): boolean {
  return form.startsWith(COUNTRY);
}

/** The form that a term shares with the others by which its government is meant, or none. */
export function createCountryFinder(
  normalise: (word: string) => string,
): (term: string) => readonly string[] {
  const countries = new Map<string, readonly string[]>();
  for (const line of GOVERNMENTS.trim().split('\n')) {
    const [country = '', ...others] = line.split(' ');
    for (const word of [country, ...others]) {
      const term = /\p{sc=Han}/u.test(word) ? word : normalise(word);
      countries.set(term, [`${COUNTRY}${country}`]);
    }
  }
  return (term) => countries.get(term) ?? [];
}

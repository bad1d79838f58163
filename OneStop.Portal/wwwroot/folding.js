// Replaces characters that look alike by one, like FoldedText and Lookalikes in the domain.
const firstRadical = 0x2E80;
const ideographs = [...'⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟'];

// Folds width, case, katakana to hiragana, dashes and radicals to their look-alikes, and removes invisible characters.
export function plain(text) {
  return text.normalize('NFKC').replace(/[\p{Cf}\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '').toLowerCase()
    .replace(/[\u2010-\u2015\u2212─]/g, '-').replace(/(?<=[0-9])ー|(?<![\p{L}])ー(?=[0-9])/gu, '-').replace(/〜/g, '~').replace(/戶/g, '戸')
    .replace(/[\u2E80-\u2EF3]/g, radical => ideographs[radical.charCodeAt(0) - firstRadical])
    .replace(/[ァ-ヶヽヾ]/g, k => String.fromCharCode(k.charCodeAt(0) - 0x60));
}

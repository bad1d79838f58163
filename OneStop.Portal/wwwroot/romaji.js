import { plain } from './folding.js';

// Finds Japanese by typed Latin letters: a reading in kana and a query in any usual romanization are converted to the same letters.
const rows = {
  '': 'あいうえお', k: 'かきくけこ', s: 'さしすせそ', t: 'たちつてと', n: 'なにぬねの', h: 'はひふへほ', m: 'まみむめも', y: 'や　ゆ　よ', r: 'らりるれろ',
  w: 'わ　　　を', g: 'がぎぐげご', z: 'ざじずぜぞ', d: 'だぢづでど', b: 'ばびぶべぼ', p: 'ぱぴぷぺぽ',
};
const letters = new Map([['ん', 'n'], ['ゔ', 'bu']]);
for (const [consonant, kana] of Object.entries(rows)) [...kana].forEach((k, i) => letters.set(k, consonant + 'aiueo'[i]));
const small = { ゃ: 'ya', ゅ: 'yu', ょ: 'yo', ぁ: 'a', ぃ: 'i', ぅ: 'u', ぇ: 'e', ぉ: 'o' };

// Returns kana as Latin letters; other characters stay.
export function romaji(text) {
  let result = '';
  let doubled = false;
  for (const k of plain(text)) {
    if (k === 'っ') {
      doubled = true;
      continue;
    }
    const sound = letters.get(k) ?? k;
    if (k in small) result = result.replace(/[aiueo]$/, '') + small[k];
    else result += doubled && /^[a-z]/.test(sound) ? sound[0] + sound : sound;
    doubled = false;
  }
  return canonical(result);
}

// Maps the variants shi and si, chi and ti, tsu and tu, fu and hu, ja and zya, doubled consonants, nn and n' to one spelling each.
export function canonical(text) {
  return text.toLowerCase().replace(/['’\-ー\s]/g, '')
    .replace(/cch/g, 'tty').replace(/tch/g, 'tty').replace(/sh/g, 'sy').replace(/ch/g, 'ty').replace(/j/g, 'zy').replace(/ts/g, 't').replace(/f/g, 'h').replace(/v/g, 'b')
    .replace(/y+/g, 'y').replace(/yi/g, 'i').replace(/di/g, 'zi').replace(/du/g, 'zu').replace(/dy/g, 'zy').replace(/wo/g, 'o').replace(/m(?=[bp])/g, 'n').replace(/n+/g, 'n');
}

// Finds a template by the text typed after the slash: title, reading, folder, and the reading in Latin letters.
import { plain } from './folding.js';
import { romaji } from './romaji.js';

export { plain };

export function findable(row) {
  return { ...row, plain: { title: plain(row.title), reading: plain(row.reading), folder: plain(row.folderName) }, sounds: [romaji(row.reading), romaji(row.title)] };
}

// A match at the beginning ranks before a match inside; among equals, templates that this member uses most come first.
export function find(templates, query) {
  const sounds = soundsOf(query);
  return templates.map(t => [placeOf(t, query, sounds), t]).filter(([place]) => place !== null)
    .sort(([p, a], [q, b]) => p - q || b.myUses - a.myUses || b.uses - a.uses).map(([, t]) => t);
}

function placeOf({ plain: { title, reading, folder }, sounds: known }, query, sounds) {
  if (query === '' || title.startsWith(query)) return 0;
  if (reading.startsWith(query) || sounds.some(s => known.some(k => k.startsWith(s)))) return 1;
  if (title.includes(query) || reading.includes(query)) return 2;
  if (sounds.some(s => s.length > 1 && known.some(k => k.includes(s)))) return 3;
  return folder.includes(query) ? 4 : null;
}

// Incomplete kana are Latin letters too; "sh" is the beginning of "shi".
function soundsOf(query) {
  const sound = romaji(query);
  return /^[a-z]+$/.test(sound) ? [sound, sound.replace(/([stz])y$/, '$1').replace(/c$/, 't')] : [];
}

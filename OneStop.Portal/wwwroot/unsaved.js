// What this tab keeps of a text until the server has confirmed it: the text, the last message when it was begun, and whether it was
// to be sent.
export function unsaved(key) {
  const sinceKey = key + '.since';
  const waitsKey = key + '.waits';
  return {
    words: () => sessionStorage.getItem(key),
    since: () => sessionStorage.getItem(sinceKey),
    keep(words, since) {
      sessionStorage.setItem(key, words);
      if (since === null) sessionStorage.removeItem(sinceKey);
      else sessionStorage.setItem(sinceKey, since);
    },
    waits: () => sessionStorage.getItem(waitsKey) !== null,
    wait(waits) {
      if (waits) sessionStorage.setItem(waitsKey, 'yes');
      else sessionStorage.removeItem(waitsKey);
    },
    drop() {
      sessionStorage.removeItem(key);
      sessionStorage.removeItem(sinceKey);
    },
  };
}

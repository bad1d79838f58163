// The undo buttons on the screen: "元に戻す" of a toast, "取り消す" of an answer that is still held. Z presses the newest.
const ways = '.mud-snackbar-action-button, [data-way-back]';
const came = new WeakMap();
const taken = new WeakSet(); // a pressed button stays for a moment before it is removed
let count = 0;

new MutationObserver(changes => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) {
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      for (const way of [...(node.matches(ways) ? [node] : []), ...node.querySelectorAll(ways)]) came.set(way, ++count);
    }
  }
}).observe(document.documentElement, { childList: true, subtree: true });

document.addEventListener('click', event => {
  const way = event.target.closest?.(ways);
  if (way) taken.add(way);
}, true);

const place = way => came.get(way) ?? 0;

export function newestWayBack() {
  return [...document.querySelectorAll(ways)].filter(way => !taken.has(way) && way.checkVisibility()).sort((a, b) => place(b) - place(a))[0];
}

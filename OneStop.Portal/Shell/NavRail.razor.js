// On a telephone the rail runs sideways: the page that one is on is kept in sight.
export function attach(_, root) {
  if (!root) return null; // left before this script arrived
  const show = () => root.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const watcher = new MutationObserver(show);
  watcher.observe(root, { attributes: true, attributeFilter: ['aria-current'], subtree: true });
  show();
  return { detach: () => watcher.disconnect() };
}

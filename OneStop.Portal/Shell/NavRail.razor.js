// Keeps the current page's item in sight if the rail is longer than the window, and closes その他 when an item was chosen.
export function attach(_, root) {
  if (!root) return null; // left before this script arrived
  const show = () => root.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const close = event => event.target.closest('a, button') && event.currentTarget.hidePopover();
  const more = document.getElementById('more-menu');
  const watcher = new MutationObserver(show);
  watcher.observe(root, { attributes: true, attributeFilter: ['aria-current'], subtree: true });
  more?.addEventListener('click', close);
  show();
  return {
    detach: () => {
      watcher.disconnect();
      more?.removeEventListener('click', close);
    },
  };
}

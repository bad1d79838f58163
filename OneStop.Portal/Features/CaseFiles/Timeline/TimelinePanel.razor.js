// Asks for the next part of the timeline when its end comes near.
export function attach(panel, root) {
  if (!root) return null;
  const near = new IntersectionObserver(entries => {
    if (entries.some(e => e.isIntersecting)) panel.invokeMethodAsync('More').catch(() => {}); // the connection broke; the button remains
  }, { rootMargin: '1200px' });

  let watched = null;

  function watch() {
    const more = [...root.children].find(c => 'more' in c.dataset); // not a search through all entries
    if (more === watched) return;
    near.disconnect();
    watched = more;
    if (more) near.observe(more);
  }

  // The button is still near after a short part: it is observed anew after each change of the rows.
  const changes = new MutationObserver(() => {
    watched = null;
    watch();
  });
  changes.observe(root, { childList: true, subtree: true });
  watch();
  return {
    detach() {
      near.disconnect();
      changes.disconnect();
    },
  };
}

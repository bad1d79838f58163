// What only the browser knows about the calendar's page.
export function attach(_, root) {
  if (!root) return null; // closed before this script arrived
  // Ctrl+Enter saves what the panel asks from its heading, which has the focus when it opens, and from the grid, where it is until then
  const pressed = (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || event.target.closest('form')) return;
    const form = root.querySelector('.cal-panel form:last-of-type');
    if (!form) return;
    event.preventDefault();
    form.requestSubmit();
  };
  root.addEventListener('keydown', pressed);
  return {
    isNarrow: () => matchMedia('(max-width: 760px)').matches,
    enterPanel() {
      const panel = root.querySelector('.cal-panel');
      if (!panel || panel.contains(document.activeElement)) return;
      panel.querySelector('h2')?.focus({ preventScroll: true });
      if (matchMedia('(max-width: 1100px)').matches) panel.scrollIntoView({ block: 'nearest' });
    },
    detach: () => root.removeEventListener('keydown', pressed),
  };
}

// Reports whether the pane is visible: nothing is read for a pane that is folded away.
export function attach(card, pane) {
  if (!pane) return null;
  const banner = document.getElementById('components-reconnect-modal');
  let isFolded = false;
  const tell = () => card.invokeMethodAsync('Fold', isFolded).catch(() => {});
  const watch = new ResizeObserver(() => {
    if (isFolded === (pane.offsetWidth === 0)) return;
    isFolded = !isFolded;
    tell();
  });
  const connection = event => { if (event.detail.state === 'hide') tell(); }; // a call over a broken connection was not received
  watch.observe(pane);
  banner?.addEventListener('components-reconnect-state-changed', connection);
  return {
    detach() {
      watch.disconnect();
      banner?.removeEventListener('components-reconnect-state-changed', connection);
    },
  };
}

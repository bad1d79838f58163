// Whether the window can be seen is told to the server, which then draws nothing for nobody. A call over a line that broke unnoticed (a
// computer that slept) is never answered and never fails: it is told again as soon as there is a line again.
export function attach(screen) {
  const banner = document.getElementById('components-reconnect-modal');
  const tell = () => screen.invokeMethodAsync('See', document.hidden).catch(() => {});
  const connection = event => { if (event.detail.state === 'hide') tell(); };
  document.addEventListener('visibilitychange', tell);
  banner?.addEventListener('components-reconnect-state-changed', connection);
  if (document.hidden) tell();
  return {
    detach() {
      document.removeEventListener('visibilitychange', tell);
      banner?.removeEventListener('components-reconnect-state-changed', connection);
    },
  };
}

// Tells the server whether the window is visible, so that it renders nothing for a hidden one. A call over a connection that broke
// unnoticed (after sleep) neither returns nor fails, so the state is told again after each reconnect.
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

// The connection to the server. If it breaks, a call in progress never ends by itself and the framework does not report it; here it is rejected.
export function lineTo(desk, back) {
  const banner = document.getElementById('components-reconnect-modal');
  const underWay = new Set();
  let away = false;

  function changed(event) {
    away = event.detail.state !== 'hide';
    if (event.detail.state === 'show') underWay.forEach(reject => reject(new Error('lost')));
    if (!away) back();
  }

  banner?.addEventListener('components-reconnect-state-changed', changed);
  return {
    isAway: () => away,
    call(...what) {
      if (away) return Promise.reject(new Error('away'));
      return new Promise((resolve, reject) => {
        underWay.add(reject);
        desk.invokeMethodAsync(...what).then(resolve, reject).finally(() => underWay.delete(reject));
      });
    },
    leave() {
      banner?.removeEventListener('components-reconnect-state-changed', changed);
    },
  };
}

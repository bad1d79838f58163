// Light and dark: what the person chose, else what the system has.
const key = 'onestop.dark';

export function prefersDark() {
  const kept = localStorage.getItem(key);
  return kept === null ? matchMedia('(prefers-color-scheme: dark)').matches : kept === '1';
}

export function keepDark(dark) {
  localStorage.setItem(key, dark ? '1' : '0');
}

document.documentElement.dataset.theme = prefersDark() ? 'dark' : 'light';

// A circuit that cannot be had back (the server was restarted): wait until the server answers, then load the page again.
const banner = document.getElementById('components-reconnect-modal');
let waiting = false;

async function reloadWhenBack() {
  if (waiting) return;
  waiting = true;
  for (;;) {
    try {
      const response = await fetch('/health/live', { cache: 'no-store' });
      if (response.ok) {
        location.reload();
        return;
      }
    } catch {
      // still away
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}

banner?.addEventListener('components-reconnect-state-changed', event => {
  if (event.detail.state === 'failed' || event.detail.state === 'rejected') reloadWhenBack();
});
new MutationObserver(() => {
  if (/components-reconnect-(failed|rejected)/.test(banner.className)) reloadWhenBack();
}).observe(banner, { attributes: true, attributeFilter: ['class'] });

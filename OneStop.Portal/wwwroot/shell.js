// Light and dark mode: the person's choice, otherwise the system's setting.
const key = 'onestop.dark';

export function prefersDark() {
  const kept = localStorage.getItem(key);
  return kept === null ? matchMedia('(prefers-color-scheme: dark)').matches : kept === '1';
}

export function keepDark(dark) {
  localStorage.setItem(key, dark ? '1' : '0');
}

document.documentElement.dataset.theme = prefersDark() ? 'dark' : 'light';

// The rail: icons only in a narrow window, until the person chooses; the choice is stored in the browser.
const railKey = 'onestop.rail';
const narrow = matchMedia('(max-width: 1180px)');

function fitRail() {
  document.documentElement.dataset.rail = localStorage.getItem(railKey) ?? (narrow.matches ? 'folded' : 'open');
}

narrow.addEventListener('change', fitRail);
document.addEventListener('click', event => {
  const chosen = event.target.closest?.('[data-rail-to]');
  if (!chosen) return;
  localStorage.setItem(railKey, chosen.dataset.railTo);
  fitRail();
  chosen.parentElement.querySelector(`[data-rail-to]:not([data-rail-to="${chosen.dataset.railTo}"])`).focus(); // the opposite button takes its place
});
fitRail();

// A circuit that cannot be resumed (the server was restarted): wait until the server answers, then reload the page.
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
      // not back yet
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
document.addEventListener('click', event => {
  if (event.target.closest?.('[data-reloads]')) location.reload();
});

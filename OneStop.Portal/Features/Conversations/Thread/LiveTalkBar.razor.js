// Counts in the page: the time left of a talk, and how long the client waits for an answer. The server says what time it is whenever it
// renders; in between this window's own clock runs on. A screen reader is told the two signs once, and never the seconds.
const soonBefore = 10 * 60; // seconds before the end
const slow = 60; // seconds after which the client waits long
const late = 180;

export function attach(_, bar) {
  if (!bar) return null;
  const sign = bar.querySelector('.live-sign');
  const parts = Object.fromEntries([...bar.querySelectorAll('[data-live]')].map(part => [part.dataset.live, part]));
  let told = null; // the server's time when it last rendered, and when that arrived here
  const rendered = new MutationObserver(show);
  rendered.observe(bar, { attributes: true, attributeFilter: ['data-now', 'data-until', 'data-asked', 'data-over'] });
  const timer = setInterval(show, 250);
  show();

  function now() {
    if (told?.now !== bar.dataset.now) told = { now: bar.dataset.now, at: performance.now() };
    return Number(told.now) + performance.now() - told.at;
  }

  function show() {
    const at = now();
    const left = Math.ceil((Number(bar.dataset.until) - at) / 1000);
    const stage = left <= 0 ? 'over' : left <= soonBefore ? 'soon' : 'calm';
    put(parts.left, stage, clock(Math.abs(left)));
    say(stage === 'calm' ? '' : bar.dataset[stage]);
    if (!bar.dataset.asked) {
      put(parts.wait, 'none', '');
      return;
    }
    const waits = Math.max(0, Math.floor((at - Number(bar.dataset.asked)) / 1000));
    put(parts.wait, waits >= late ? 'over' : waits >= slow ? 'soon' : 'calm', clock(waits));
  }

  function put(part, stage, time) {
    if (part.dataset.stage !== stage) part.dataset.stage = stage;
    const digits = part.querySelector('b');
    if (digits.textContent !== time) digits.textContent = time;
  }

  function say(words) {
    if (sign.textContent !== words) sign.textContent = words;
  }

  return {
    detach() {
      clearInterval(timer);
      rendered.disconnect();
    },
  };
}

function clock(seconds) {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

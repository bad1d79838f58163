// The scroll position of a conversation: follows new messages at the end, stays for somebody who reads further up, and is restored on return.
const near = 300; // px from an edge at which more is loaded

export function attach(desk, pane, conversation) {
  const messages = pane?.querySelector('.messages');
  if (!messages) return null;
  const key = 'onestop.place.' + conversation;
  let loading = false;
  let held = null; // while more is loaded: the row being read, and its position
  let timer = 0;
  let asked = null;
  let awaited = null; // the place to return to, while its rows are loaded: at the end meanwhile, the kept place is forgotten

  const distance = () => messages.scrollHeight - messages.scrollTop - messages.clientHeight;
  const row = order => messages.querySelector(`[data-order="${order}"]`);
  const top = () => [...messages.querySelectorAll('[data-order]')].find(m => m.offsetTop + m.offsetHeight > messages.scrollTop);

  async function load(edge, what) {
    if (loading || !messages.querySelector(`[data-edge="${edge}"]`)) return;
    loading = true;
    hold();
    growth.observe(messages, { childList: true, subtree: true });
    try {
      await desk.invokeMethodAsync(what);
    } catch {
      // The connection broke; the button remains.
    } finally {
      growth.disconnect();
      loading = false;
    }
  }

  const standsAt = line => line.getBoundingClientRect().top - messages.getBoundingClientRect().top;

  function hold() {
    const line = top();
    held = line ? { line, at: standsAt(line) } : null;
  }

  // Keeps the row being read in place. Corrected when the rows are added: by the time the call returns, the person may have scrolled on.
  const growth = new MutationObserver(() => {
    if (held?.line.isConnected) messages.scrollTop += standsAt(held.line) - held.at;
    else hold();
  });

  function scrolled() {
    if (loading) hold();
    if (messages.scrollTop < near) load('earlier', 'Earlier');
    if (distance() < near) load('later', 'Later');
    clearTimeout(timer);
    timer = setTimeout(remember, 200);
  }

  function remember() {
    const first = distance() < near ? null : top();
    if (first) sessionStorage.setItem(key, JSON.stringify({ order: first.dataset.order, by: messages.scrollTop - first.offsetTop }));
    else sessionStorage.removeItem(key);
  }

  function comeBack() {
    const kept = awaited ?? JSON.parse(sessionStorage.getItem(key) ?? 'null');
    const found = kept && row(kept.order);
    awaited = null;
    if (kept && !found && asked !== kept.order) {
      asked = kept.order; // once: it may no longer exist
      awaited = kept;
      desk.invokeMethodAsync('ComeBack', kept.order).catch(() => {});
    }
    messages.scrollTop = found ? found.offsetTop + kept.by : messages.scrollHeight;
  }

  function show(order) {
    const found = row(order);
    if (!found) return;
    found.closest('details')?.setAttribute('open', '');
    found.scrollIntoView({ block: 'center' });
    messages.querySelector('[aria-current]')?.removeAttribute('aria-current');
    found.setAttribute('aria-current', 'true');
    found.classList.remove('found');
    void found.offsetWidth; // restarts the animation
    found.classList.add('found');
    if (document.activeElement?.closest('.list-pane')) return; // somebody who moves through search results keeps the focus there
    found.setAttribute('tabindex', '-1');
    found.focus({ preventScroll: true });
  }

  function settle(where, order) {
    if (where === 'place') show(order);
    else if (where === 'unread') messages.querySelector('.unread-line')?.scrollIntoView({ block: 'start' });
    else if (where === 'open') comeBack();
    else if (where === 'end' || distance() < (messages.lastElementChild?.offsetHeight ?? 0) + 160) messages.scrollTop = messages.scrollHeight;
    hold();
    messages.dataset.ready = 'yes'; // not before: the first settling moves whoever has scrolled already
  }

  function opened(event) {
    const picture = event.target.closest('a.picture');
    if (!picture || event.ctrlKey || event.metaKey || event.button !== 0) return;
    event.preventDefault();
    zoom(picture, [...messages.querySelectorAll('a.picture')]);
  }

  messages.addEventListener('scroll', scrolled, { passive: true });
  messages.addEventListener('click', opened);
  const inbox = pane.parentElement;
  const card = () => inbox.querySelector('.card-pane');
  let isCovered = false;

  // On a small screen the person's pane covers everything: it gets the focus, everything behind it is inert, and Escape closes it.
  function cardTurned() {
    const covers = card()?.checkVisibility() && getComputedStyle(card()).position === 'absolute';
    shut(covers);
    if (covers && !card().contains(document.activeElement)) card().querySelector('header button').focus(); // a key may have moved the focus into it already
    else if (!covers && isCovered) pane.querySelector('#turn-card')?.focus();
    isCovered = covers;
  }

  function shut(covers) {
    for (const part of inbox.children) part.inert = covers && part !== card();
  }

  function uncovered() {
    if (isCovered && getComputedStyle(card()).position !== 'absolute') shut(false); // the window grew
  }

  function escaped(event) {
    if (event.key === 'Escape' && isCovered && event.target.closest('.card-pane') && !event.target.closest('form') && !event.defaultPrevented) card().querySelector('header button').click();
  }

  const lookedAt = () => desk.invokeMethodAsync('LookedAt').catch(() => {});
  window.addEventListener('focus', lookedAt);
  window.addEventListener('resize', uncovered);
  inbox.addEventListener('keydown', escaped);
  return {
    settle,
    cardTurned,
    isLookedAt: () => document.hasFocus(),
    isCardShown: () => (card()?.offsetWidth ?? 0) > 0,
    detach() {
      window.removeEventListener('focus', lookedAt);
      window.removeEventListener('resize', uncovered);
      inbox.removeEventListener('keydown', escaped);
      shut(false); // going back finds the list usable
      clearTimeout(timer);
      remember();
    },
  };
}

// A picture in full size: zoomed by wheel, keys or buttons; the arrow keys show its neighbours.
function zoom(link, all) {
  const dialog = document.createElement('dialog');
  dialog.className = 'zoom';
  dialog.setAttribute('aria-label', '画像');
  dialog.innerHTML = `<div class="zoom-bar"><span class="zoom-n"></span>
    <button type="button" class="btn small" data-do="before">前の画像</button><button type="button" class="btn small" data-do="after">次の画像</button>
    <button type="button" class="btn small" data-do="smaller">縮小</button><button type="button" class="btn small" data-do="larger">拡大</button>
    <button type="button" class="btn small" data-do="close">閉じる</button></div><div class="zoom-field" tabindex="0" role="region" aria-label="画像の表示"><img alt="" /></div>`;
  const image = dialog.querySelector('img');
  const acts = { before: () => go(-1), after: () => go(1), smaller: () => scale(1 / 1.5), larger: () => scale(1.5), close: () => dialog.close() };
  const keys = { ArrowLeft: 'before', ArrowRight: 'after', '-': 'smaller', '+': 'larger', ';': 'larger' };
  let [at, size] = [all.indexOf(link), 1];

  function go(by) {
    at = Math.min(Math.max(at + by, 0), all.length - 1);
    size = 1;
    image.src = all[at].href;
    image.alt = all[at].querySelector('img').alt;
    dialog.querySelector('.zoom-n').textContent = `${at + 1} / ${all.length}`;
    dialog.querySelector('[data-do="before"]').disabled = at === 0;
    dialog.querySelector('[data-do="after"]').disabled = at === all.length - 1;
    scale(1);
  }

  function scale(by) {
    size = Math.min(Math.max(size * by, 1), 8);
    image.style.maxWidth = image.style.maxHeight = size === 1 ? '100%' : 'none';
    image.style.width = size === 1 ? '' : `${size * 100}%`;
  }

  dialog.addEventListener('click', event => {
    const act = event.target.closest('[data-do]')?.dataset.do;
    if (act) acts[act]();
    else if (event.target === dialog || event.target.classList.contains('zoom-field')) dialog.close();
  });
  dialog.addEventListener('keydown', event => {
    if (!keys[event.key]) return;
    event.preventDefault();
    acts[keys[event.key]]();
  });
  dialog.addEventListener('wheel', event => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    scale(event.deltaY < 0 ? 1.2 : 1 / 1.2);
  }, { passive: false });
  const watch = new MutationObserver(() => { if (!all[at].isConnected) dialog.close(); }); // the client unsent it while it is shown
  watch.observe(link.closest('.messages'), { childList: true, subtree: true });
  dialog.addEventListener('close', () => {
    watch.disconnect();
    dialog.remove();
    link.focus();
  });
  link.closest('.thread').append(dialog);
  go(0);
  dialog.showModal();
}

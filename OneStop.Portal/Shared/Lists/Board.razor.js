// Moves the cards of a board between its columns. Pointer, touch and keys move one card by transforms, which change nothing in the page; only the
// column where it was put is told to the server, which renders it there. Each act can be done by a press without dragging too (WCAG 2.5.7).
import { lineTo } from '../../line.js';

const holdFor = 350; // ms until a touch drags instead of scrolling
const slack = 4; // px that a pressed pointer may tremble
const edge = 56; // px from the border of what scrolls, from which it scrolls
const pace = 12; // px that it scrolls in a frame

export function attach(dotnet, root) {
  if (!root) return null; // closed before this script arrived
  const part = (name) => root.querySelector(`:scope > [data-${name}]`);
  const [list, steps, say, target] = [part('columns'), part('steps'), part('say'), root.querySelector('[data-target]')];
  const line = lineTo(dotnet, () => { });
  let held = null; // { card, how: drag or keys, from, to }
  let press = null; // a pressed pointer
  let putting = null; // what was put and is not answered yet
  let last = null;
  let frame = 0;
  let wasDragged = false;

  const columns = () => [...list.children];
  const handleOf = (card) => card.querySelector(':scope > .board-handle');
  const nameOf = (card) => card.getAttribute('aria-label');
  const tell = (words) => { say.textContent = words; };
  const clamp = (value, from, until) => Math.max(from, Math.min(until, value));
  const isNarrow = () => columns().filter((column) => column.offsetParent).length < 2;

  function grab(card, how) {
    const from = columns().indexOf(card.parentElement);
    held = { card, how, from, to: from };
    root.dataset.holding = how;
    card.dataset.held = how;
    aim(from);
    if (how === 'keys') tell(`${nameOf(card)}をつかみました。いま「${columns()[from].dataset.name}」です。左右の矢印で列を選び、Enterで置き、Escで元に戻します。`);
  }

  function aim(to) {
    held.to = to;
    columns().forEach((column, at) => column.toggleAttribute('data-aim', at === to));
    steps.hidden = held.how !== 'keys';
    target.textContent = columns()[to].dataset.name;
  }

  function step(by) {
    aim(clamp(held.to + by, 0, columns().length - 1));
    if (!isNarrow()) columns()[held.to].scrollIntoView({ block: 'nearest', inline: 'nearest' });
    tell(columns()[held.to].dataset.name);
  }

  function release() {
    const done = held;
    held = null;
    delete root.dataset.holding;
    delete done.card.dataset.held;
    done.card.style.transform = '';
    columns().forEach((column) => column.removeAttribute('data-aim'));
    steps.hidden = true;
    return done;
  }

  function back() {
    const { card, from } = release();
    tell(`「${columns()[from].dataset.name}」に戻しました`);
    handleOf(card)?.focus({ preventScroll: true });
  }

  async function drop() {
    const { card, from, to } = release();
    if (to === from) return tell('元の列のままです');
    const { id } = card.dataset;
    const { column, name } = columns()[to].dataset;
    let done;
    putting = new Promise((heard) => { done = heard; });
    try {
      tell(await line.call('Put', id, column) ? `${nameOf(card)}を「${name}」に動かしました` : '動かせませんでした。元の列のままです');
    } catch {
      tell('動かせませんでした。元の列のままです');
    }
    putting = null;
    done();
    wanted = id;
    keepFocus();
  }

  // The card is rendered in another column as a new element: the focus goes along, as long as it is nowhere else.
  let wanted = null;
  function keepFocus() {
    if (!wanted || (document.activeElement ?? document.body) !== document.body) return;
    list.querySelector(`[data-id="${wanted}"] > .board-handle`)?.focus({ preventScroll: true });
  }

  const changes = new MutationObserver(() => {
    keepFocus();
    if (held && !held.card.isConnected) {
      press = null;
      release();
      tell('ほかの人が変えたため、やめました');
    }
  });

  const inTurn = (act) => (event) => (putting ? putting.then(() => act(event)) : act(event));
  const handleAt = (event) => event.target.closest('.board-handle');

  // ---- pointer and touch

  function down(event) {
    wasDragged = false;
    wanted = null;
    const handle = event.button === 0 && event.isPrimary && !putting && handleAt(event);
    if (!handle) return;
    if (held && held.card !== handle.parentElement) drop();
    press = { id: event.pointerId, card: handle.parentElement, x: event.clientX, y: event.clientY, isTouch: event.pointerType === 'touch' };
    if (press.isTouch) press.timer = setTimeout(begin, holdFor);
  }

  function begin() {
    if (!press?.card.isConnected || putting || isNarrow()) return unpress();
    clearTimeout(press.timer);
    if (held) release();
    grab(press.card, 'drag');
    press.scrolled = list.scrollLeft;
    press.begun = wasDragged = true;
    try { root.setPointerCapture(press.id); } catch { /* released already */ }
    if (press.isTouch) navigator.vibrate?.(15);
  }

  function unpress() {
    clearTimeout(press?.timer);
    press = null;
  }

  function moved(event) {
    if (!press || event.pointerId !== press.id) return;
    if (event.buttons === 0) return cancelled(event); // released outside the window
    if (!press.begun) {
      if (Math.hypot(event.clientX - press.x, event.clientY - press.y) < slack) return;
      if (press.isTouch) return unpress(); // it scrolls
      begin();
      if (!press) return;
    }
    last = event;
    frame ||= requestAnimationFrame(follow);
  }

  function follow() {
    frame = 0;
    if (held?.how !== 'drag' || !press || !last) return;
    const box = list.getBoundingClientRect();
    const before = list.scrollLeft;
    list.scrollLeft += last.clientX < box.left + edge ? -pace : last.clientX > box.right - edge ? pace : 0;
    if (list.scrollLeft !== before) frame = requestAnimationFrame(follow); // goes on while the pointer rests there
    held.card.style.transform = `translate(${last.clientX - press.x + list.scrollLeft - press.scrolled}px, ${last.clientY - press.y}px)`;
    const at = columns().findIndex((column) => {
      const { left, right } = column.getBoundingClientRect();
      return left <= last.clientX && last.clientX <= right;
    });
    if (at >= 0 && at !== held.to) aim(at);
  }

  function up(event) {
    if (!press || event.pointerId !== press.id) return;
    if (press.begun && held) {
      last = event;
      follow();
      drop();
    }
    unpress();
    setTimeout(() => { wasDragged = false; }); // after the click that the browser makes of it
  }

  function cancelled(event) {
    if (!press || event.pointerId !== press.id) return;
    if (press.begun && held) back();
    unpress();
  }

  // A press without dragging takes the card, and shows the buttons to move it.
  function clicked(event) {
    if (wasDragged) return;
    const by = event.target.closest('[data-step]')?.dataset.step;
    if (by && held) return Number(by) ? step(Number(by)) : drop();
    const handle = handleAt(event);
    if (handle) toggle(handle);
  }

  function toggle(handle) {
    if (held) return drop();
    handle.focus({ preventScroll: true }); // not every browser does with a press
    grab(handle.parentElement, 'keys');
  }

  // A touch that stops a running scroll cannot drag: the browser goes on with it as a scroll.
  const touched = (event) => { if (!event.cancelable) unpress(); };
  const still = (event) => { if (held?.how === 'drag') event.preventDefault(); }; // a touch that drags does not scroll
  const noMenu = (event) => { if (press?.isTouch) event.preventDefault(); };
  const stay = (event) => { if (steps.contains(event.target)) event.preventDefault(); }; // the handle keeps the focus, and the keys

  // ---- keyboard

  const arrows = { ArrowLeft: -1, ArrowRight: 1 };

  function pressed(event) {
    const handle = handleAt(event);
    const isStep = event.target.closest('[data-step]');
    if ((!handle && !isStep) || event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { key, altKey } = event;
    const isMine = (handle && (key === 'Enter' || key === ' ' || (altKey && key in arrows))) || (held && (key in arrows || key === 'Escape'));
    if (!isMine) return;
    event.preventDefault();
    event.stopPropagation();
    wanted = null;
    inTurn(act)({ handle, key, altKey });
  }

  function act({ handle, key, altKey }) {
    if (held?.how === 'drag') {
      if (key !== 'Escape') return;
      unpress();
      back();
    } else if (key === 'Enter' || key === ' ') toggle(handle);
    else if (key === 'Escape') held && back();
    else {
      const isAlone = !held;
      if (isAlone) grab(handle.parentElement, 'keys');
      step(arrows[key]);
      if (isAlone && altKey) drop();
    }
  }

  // Who turns to something else leaves the card where it was.
  const left = () => setTimeout(() => {
    if (held && held.how !== 'drag' && !steps.contains(document.activeElement) && document.activeElement !== handleOf(held.card)) back();
  });

  const listeners = [['pointerdown', down], ['pointermove', moved], ['pointerup', up], ['pointercancel', cancelled], ['click', inTurn(clicked)],
    ['mousedown', stay], ['keydown', pressed], ['focusout', left], ['touchmove', still], ['touchstart', touched], ['contextmenu', noMenu]];
  for (const [type, heard] of listeners) root.addEventListener(type, heard, { passive: type === 'touchstart' });
  changes.observe(list, { childList: true, subtree: true });
  root.dataset.ready = 'yes';
  return {
    detach() {
      line.leave();
      changes.disconnect();
      cancelAnimationFrame(frame);
      unpress();
      for (const [type, heard] of listeners) root.removeEventListener(type, heard);
    },
  };
}

// Puts the items of a list in order. Pointer, touch and keys move one item by transforms, which change nothing in the page; only where it was put
// is told to the server, which renders the new order. Each act can be done by a press without dragging too (WCAG 2.5.7).
import { lineTo } from '../../line.js';

const holdFor = 350; // ms until a touch drags instead of scrolling
const slack = 4; // px that a pressed pointer may tremble
const edge = 48; // px from the border of what scrolls, from which it scrolls
const pace = 12; // px that it scrolls in a frame

export function attach(dotnet, root) {
  if (!root) return null; // closed before this script arrived
  const [list, steps, say] = [root.querySelector(':scope > ol'), root.querySelector(':scope > [data-steps]'), root.querySelector(':scope > [data-say]')];
  const line = lineTo(dotnet, () => { });
  let held = null; // { item, how: drag, keys or alt, from, to, boxes, gap }
  let press = null; // a pressed pointer
  let put = null; // what was put and is not rendered yet: { rendered, done }
  let last = null; // the last pointer event of a frame
  let own = null; // the handle that keeps the focus while its item is rendered at another place
  let frame = 0;
  let wasDragged = false;

  const items = () => [...list.children];
  const handleOf = (item) => item.querySelector(':scope > .ordered-handle');
  const nameOf = (item) => handleOf(item).getAttribute('aria-label').replace(/を動かす$/, '');
  const tell = (words) => { say.textContent = words; };
  const place = () => `${held.to + 1}番目（全${held.boxes.length}件）`;
  const clamp = (value, from, until) => Math.max(from, Math.min(until, value));

  // ---- holding, moving, putting

  function grab(item, how) {
    const all = items();
    const at = all.indexOf(item);
    held = { item, how, from: at, to: at, ...measure(all) };
    root.dataset.holding = how;
    item.dataset.held = how;
    draw(0);
    if (how === 'keys') tell(`${nameOf(item)}をつかみました。いま${place()}です。上下の矢印で動かし、Enterで置き、Escで元に戻します。`);
  }

  function measure(all) { // transforms do not count in it
    const boxes = all.map((one) => ({ top: one.offsetTop, height: one.offsetHeight }));
    return { boxes, gap: boxes.length > 1 ? boxes[1].top - boxes[0].top - boxes[0].height : 0 };
  }

  // How far the item is from where it was, if it lies at the place.
  function shift() {
    const { boxes, from, to, gap } = held;
    const passed = from < to ? boxes.slice(from + 1, to + 1) : boxes.slice(to, from);
    return Math.sign(to - from) * passed.reduce((sum, box) => sum + box.height + gap, 0);
  }

  function draw(by) {
    const { boxes, from, to, gap, how, item } = held;
    const pitch = boxes[from].height + gap;
    items().forEach((one, at) => {
      const y = one === item ? by : from < at && at <= to ? -pitch : to <= at && at < from ? pitch : 0;
      one.style.transform = y ? `translateY(${y}px)` : '';
    });
    steps.hidden = how !== 'keys';
    steps.style.top = `${boxes[from].top + by}px`;
  }

  function step(by) {
    held.to = clamp(held.to + by, 0, held.boxes.length - 1);
    draw(shift());
    held.item.scrollIntoView({ block: 'nearest' });
    tell(place());
  }

  function release() {
    const done = held;
    delete root.dataset.holding;
    delete done.item.dataset.held;
    steps.hidden = true;
    held = null;
    return done;
  }

  const clear = () => items().forEach((one) => { one.style.transform = ''; });

  function back() {
    const done = release();
    clear();
    tell(`元の${done.from + 1}番目に戻しました`);
    handleOf(done.item)?.focus({ preventScroll: true });
  }

  async function drop() {
    if (held.to === held.from) {
      release();
      clear();
      return tell('元の順番のままです');
    }
    draw(shift()); // rests there until it is rendered
    const words = `${held.to + 1}番目に動かしました（全${held.boxes.length}件）`;
    const { item, to } = release();
    const mine = put = {};
    put.rendered = new Promise((done) => { put.done = done; });
    own = handleOf(item);
    tell(words);
    try {
      await line.call('Put', item.dataset.id, to);
    } catch {
      tell('動かせませんでした。元の順番に戻しました');
    }
    if (put === mine) rendered(); // the order is as it was
    own = null;
  }

  function rendered() {
    clear();
    const { done } = put;
    put = null;
    done();
  }

  // The server has rendered: what was put, or what a colleague changed in the middle of a move.
  const changes = new MutationObserver(() => {
    if (own?.isConnected && (document.activeElement ?? document.body) === document.body) own.focus({ preventScroll: true });
    if (put) return rendered();
    if (!held) return clear();
    if (!held.item.isConnected) {
      release();
      clear();
      press = null;
      return tell('ほかの人が変えたため、やめました');
    }
    const all = items();
    const was = held.boxes[held.from].top;
    Object.assign(held, measure(all), { from: all.indexOf(held.item), to: clamp(held.to, 0, all.length - 1) });
    if (held.how === 'drag') {
      press.y += held.boxes[held.from].top - was;
      follow();
    } else {
      draw(shift());
      handleOf(held.item)?.focus({ preventScroll: true });
    }
  });

  // What is done before the last act is rendered is done after it.
  const inTurn = (act) => (event) => (put ? put.rendered.then(() => act(event)) : act(event));

  // ---- pointer and touch

  const handleAt = (event) => {
    const handle = event.target.closest('.ordered-handle');
    return handle?.closest('.ordered') === root ? handle : null;
  };

  function down(event) {
    wasDragged = false;
    const handle = event.button === 0 && event.isPrimary && !put && handleAt(event);
    if (!handle) return;
    if (held && held.item !== handle.parentElement) drop();
    press = { id: event.pointerId, item: handle.parentElement, x: event.clientX, y: event.clientY, isTouch: event.pointerType === 'touch' };
    if (press.isTouch) press.timer = setTimeout(begin, holdFor);
  }

  function begin() {
    if (!press?.item.isConnected || put) return unpress();
    clearTimeout(press.timer);
    if (held) clear();
    grab(press.item, 'drag');
    let box = press.item.parentElement;
    while (box && !(box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY))) box = box.parentElement;
    press.box = box ?? document.scrollingElement;
    press.scrolled = press.box.scrollTop;
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
    }
    last = event;
    frame ||= requestAnimationFrame(follow);
  }

  function follow() {
    frame = 0;
    if (held?.how !== 'drag' || !press || !last) return;
    const { box } = press;
    const [top, bottom] = box === document.scrollingElement ? [0, innerHeight] : [box.getBoundingClientRect().top, box.getBoundingClientRect().bottom];
    const before = box.scrollTop;
    box.scrollTop += last.clientY < top + edge ? -pace : last.clientY > bottom - edge ? pace : 0;
    if (box.scrollTop !== before) frame = requestAnimationFrame(follow); // goes on while the pointer rests there
    const { boxes, from } = held;
    const [own, end] = [boxes[from], boxes.at(-1)];
    const by = clamp(last.clientY - press.y + box.scrollTop - press.scrolled, boxes[0].top - own.top, end.top + end.height - own.top - own.height);
    const middle = (other) => other.top + other.height / 2;
    held.to = from - boxes.slice(0, from).filter((b) => own.top + by < middle(b)).length + boxes.slice(from + 1).filter((b) => own.top + own.height + by > middle(b)).length;
    draw(by);
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

  // A press without dragging takes the item, and shows the buttons to move it.
  function clicked(event) {
    if (wasDragged) return;
    const by = event.target.closest('[data-step]')?.dataset.step;
    if (by && held) return Number(by) ? step(Number(by)) : (handleOf(held.item).focus({ preventScroll: true }), drop());
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

  const arrows = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity };

  function pressed(event) {
    const handle = handleAt(event);
    const isStep = event.target.closest('[data-step]');
    if ((!handle && !isStep) || event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { key, altKey } = event;
    const isMine = (handle && (key === 'Enter' || key === ' ' || (altKey && key.startsWith('Arrow') && key in arrows)))
      || (held && (key in arrows || key === 'Escape'));
    if (!isMine) return;
    event.preventDefault();
    event.stopPropagation();
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
      if (!held) grab(handle.parentElement, altKey ? 'alt' : 'keys');
      step(arrows[key]);
    }
  }

  const lifted = (event) => {
    if (event.key !== 'Alt' || !(put || held?.how === 'alt')) return;
    event.preventDefault(); // it would open the browser's menu
    inTurn(() => { if (held?.how === 'alt') drop(); })(event);
  };

  // Who turns to something else leaves the item where it is.
  const left = () => setTimeout(() => {
    if (held && held.how !== 'drag' && !steps.contains(document.activeElement) && document.activeElement !== handleOf(held.item)) drop();
  });

  const listeners = [['pointerdown', down], ['pointermove', moved], ['pointerup', up], ['pointercancel', cancelled], ['click', inTurn(clicked)],
    ['mousedown', stay], ['keydown', pressed], ['keyup', lifted], ['focusout', left], ['touchmove', still], ['touchstart', touched], ['contextmenu', noMenu]];
  for (const [type, heard] of listeners) root.addEventListener(type, heard, { passive: type === 'touchstart' });
  changes.observe(list, { childList: true });
  root.dataset.ready = 'yes';
  return {
    refused: () => tell('動かせませんでした。元の順番に戻しました'),
    detach() {
      line.leave();
      changes.disconnect();
      cancelAnimationFrame(frame);
      unpress();
      for (const [type, heard] of listeners) root.removeEventListener(type, heard);
    },
  };
}

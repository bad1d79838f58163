// Dragging on the grid, by pointer, touch and keyboard. All three move one ghost; the page hears only where it was put. While it moves,
// nothing is asked of the server: what is needed to say whether a place is possible lies in the page (data-rules), and the server checks
// again. Bookings that change meanwhile are rendered by the page below the ghost, which lies in a layer of its own.
const holdFor = 350; // ms until a touch drags instead of scrolling
const slack = 4; // px that a pressed pointer may tremble
const edge = 44; // px from the border of the grid, from which it scrolls
const cellsOfHour = 4;

export function attach(dotnet, root) {
  if (!root) return null; // closed before this script arrived
  const say = root.querySelector('[data-say]');
  let rules = null; // of what is shown, read when something is grabbed
  let drag = null; // { id, block, kind, method, at, n, from, key, how, ghost }
  let press = null; // a pressed pointer that has not moved yet
  let frame = 0;
  let last = null; // the last pointer event of a frame

  const columns = () => [...root.querySelectorAll('.cal-col')];
  const column = (key) => root.querySelector(`.cal-col[data-key="${key}"]`);
  const blocks = (col) => [...col.querySelectorAll('.cal-b button')];
  const quarter = () => parseFloat(getComputedStyle(root).getPropertyValue('--q'));
  const clock = (q) => `${Math.floor(q / cellsOfHour)}:${String((q % cellsOfHour) * 15).padStart(2, '0')}`;
  const brush = () => root.dataset.brush || null;
  const tell = (words) => { say.textContent = words; };

  // Where things lie, measured once when something is grabbed: no layout is asked for while it moves.
  function measure() {
    const cols = columns();
    const box = root.getBoundingClientRect();
    return {
      box, q: quarter(),
      top: cols[0]?.getBoundingClientRect().top - box.top + root.scrollTop,
      head: root.querySelector('.cal-corner').offsetHeight,
      axis: root.querySelector('.cal-corner').offsetWidth,
      cols: cols.map((el) => ({ el, key: el.dataset.key, left: el.getBoundingClientRect().left - box.left + root.scrollLeft, wide: el.offsetWidth })),
    };
  }

  function grab(start) {
    rules = JSON.parse(root.dataset.rules);
    drag = { ...start, origin: { key: start.key, at: start.at, n: start.n }, map: measure(), ghost: document.createElement('div') };
    drag.ghost.className = 'cal-ghost';
    drag.ghost.append(document.createElement('b'), document.createElement('span'));
    drag.block?.closest('.cal-b')?.classList.add('grabbed');
    root.dataset.dragging = drag.how;
    changes.observe(root.querySelector('.cal-grid'), { childList: true, subtree: true, attributes: true, attributeFilter: ['style'] });
    show();
  }

  // A colleague's booking can widen a column or add one while something is dragged: what lies where is then measured anew.
  const changes = new MutationObserver((seen) => {
    if (drag && seen.some((s) => s.target.matches('.cal-grid, .cal-col, .cal-head'))) drag.map = measure();
  });

  function release() {
    if (!drag) return null;
    const done = drag;
    changes.disconnect();
    done.ghost.remove();
    done.block?.closest('.cal-b')?.classList.remove('grabbed');
    delete root.dataset.dragging;
    drag = null;
    return done;
  }

  // What the place under the ghost is: ok, beyond (staff may book it with a reason) or refused, with the words for it.
  function judge(d) {
    const col = column(d.key);
    const day = rules.days[col.dataset.day];
    const person = col.dataset.person || d.staff;
    if (brush() && !col.dataset.person) return ['refused', 'ぬるには、担当者をひとり選んでください'];
    if (brush()) return past(col.dataset.day, rules.first, true) ? ['refused', '過ぎた日の勤務は変えられません'] : [brush() === 'off' ? 'off' : 'ok', brush() === 'off' ? '休みにする' : '勤務にする'];
    if (d.n > rules.longest) return ['refused', '置けません: 1回の相談は60分までです'];
    if (day.closed) return ['refused', `置けません: 休業日です（${day.closed}）`];
    if (d.at + d.n > rules.end) return ['refused', '置けません: 25:00をこえます'];
    const open = d.method ? day.open[d.method] : Object.values(day.open).reduce((all, one) => [Math.min(all[0], one[0]), Math.max(all[1], one[1])], [999, 0]);
    if (!open || d.at < open[0] || d.at + d.n > open[1]) return ['refused', '置けません: 相談を実施していない時間です'];
    if (past(col.dataset.day, d.at)) return ['refused', '置けません: もう過ぎた時間です'];
    if (!person) return ['ok', ''];
    if (d.kind && !rules.people[person]?.kinds.includes(d.kind)) return ['refused', '置けません: この相談の担当ではない人です'];
    const works = rules.people[person]?.works[col.dataset.day] ?? [];
    const overlap = others(col, person, d);
    if (overlap > 1) return ['refused', '置けません: すでに2件の予約があります'];
    if (overlap === 1) return ['beyond', 'ほかの予約と重なります（理由が要ります）'];
    if (!works.some(([from, until]) => from <= d.at && d.at + d.n <= until)) return ['beyond', '勤務外です（理由が要ります）'];
    return ['ok', ''];
  }

  function past(day, at, whole = false) {
    const line = root.querySelector('.cal-now');
    const today = root.dataset.today;
    return day < today || (!whole && day === today && line && at < parseFloat(line.dataset.now));
  }

  // How many other bookings of this person the ghost meets at once, with the minutes kept free before and after.
  function others(col, person, d) {
    const [, before, after] = rules.terms[d.kind] ?? [4, 0, 1];
    const met = new Array(d.n + before + after).fill(0);
    for (const block of root.querySelectorAll(`.cal-col[data-day="${col.dataset.day}"] button[data-staff="${person}"]`)) {
      if (block.dataset.id === d.id) continue;
      const [, less, more] = rules.terms[block.dataset.kind] ?? [4, 0, 1];
      const [from, until] = [Number(block.dataset.at) - less, Number(block.dataset.at) + Number(block.dataset.n) + more];
      met.forEach((_, i) => { if (from <= d.at - before + i && d.at - before + i < until) met[i] += 1; });
    }
    return Math.max(...met);
  }

  function show() {
    const col = column(drag.key);
    if (!col) { // another week, or a column that is gone
      stop('表が変わったため、やめました');
      return;
    }
    const [fit, why] = judge(drag);
    drag.fit = fit;
    drag.why = why;
    drag.ghost.className = `cal-ghost ${fit}`;
    drag.ghost.style.setProperty('--t', drag.at);
    drag.ghost.style.setProperty('--n', drag.n);
    drag.ghost.firstChild.textContent = `${clock(drag.at)}〜${clock(drag.at + drag.n)}`;
    drag.ghost.lastChild.textContent = [col.dataset.title, why].filter(Boolean).join('　');
    const over = col.querySelector('.cal-over');
    if (drag.ghost.parentElement !== over) over.append(drag.ghost);
  }

  const place = () => `${column(drag.key).dataset.words} ${clock(drag.at)}〜${clock(drag.at + drag.n)}${drag.why ? `、${drag.why}` : ''}`;

  async function put() {
    const done = release();
    if (!done) return;
    const same = done.id && done.key === done.origin.key && done.at === done.origin.at && done.n === done.origin.n;
    if (same) return tell('元の位置のままです');
    if (done.fit === 'refused') {
      tell(done.why);
      return refuse(done);
    }
    if (done.block && !done.block.isConnected) return tell('この予約は、たったいまほかで変わりました。');
    await dotnet.invokeMethodAsync('Put', { id: done.id ?? null, key: done.key, at: done.at, length: done.n });
  }

  // Says for a moment at the place itself why nothing was put there.
  function refuse(done) {
    const over = column(done.key)?.querySelector('.cal-over');
    if (!over) return;
    over.append(done.ghost);
    done.ghost.classList.add('shown');
    setTimeout(() => done.ghost.remove(), 2500);
  }

  function stop(words) {
    const done = release();
    tell(words);
    done?.block?.focus({ preventScroll: true });
  }

  // ---- pointer and touch

  function down(event) {
    if (event.button !== 0 || !event.isPrimary) return;
    if (drag?.how === 'keys') leave();
    if (drag) return;
    const block = event.target.closest('.cal-b button');
    const col = event.target.closest('.cal-col');
    if (!col || (block && (!block.dataset.stands || brush()))) return;
    const touched = Math.floor((event.clientY - col.getBoundingClientRect().top) / quarter()) + rulesFirst();
    press = { event, block, col, touched, x: event.clientX, y: event.clientY };
    if (event.pointerType === 'touch') press.timer = setTimeout(() => press && begin(), holdFor);
  }

  function begin() {
    const { event, block, col, touched } = press; // where it was pressed: the grid may have scrolled since
    clearTimeout(press.timer);
    if (block) {
      const box = block.getBoundingClientRect();
      const at = Number(block.dataset.at);
      const how = box.bottom - press.y < Math.min(9, box.height / 4) ? 'resize' : 'move';
      grab({ ...of(block), how, key: col.dataset.key, at, n: Number(block.dataset.n), offset: touched - at });
    } else {
      grab({ how: brush() ? 'paint' : 'create', key: col.dataset.key, at: touched, n: brush() ? 1 : cellsOfHour, anchor: touched, person: col.dataset.person });
    }
    press = { ...press, begun: true };
    try { root.setPointerCapture(event.pointerId); } catch { /* released already */ }
    if (event.pointerType === 'touch') navigator.vibrate?.(15);
  }

  const rulesFirst = () => JSON.parse(root.dataset.rules).first;
  const of = (block) => ({ id: block.dataset.id, block, kind: block.dataset.kind, method: block.dataset.method, staff: block.dataset.staff });

  const isOther = (event) => event.pointerId !== press?.event.pointerId; // a second finger

  function moved(event) {
    if (!press || isOther(event)) return;
    if (event.buttons === 0) return cancelled(event); // released outside the window
    if (!press.begun) {
      if (Math.hypot(event.clientX - press.x, event.clientY - press.y) < slack) return;
      if (event.pointerType === 'touch') return drop(); // it scrolls
      begin();
    }
    last = event;
    frame ||= requestAnimationFrame(follow);
  }

  function follow() {
    frame = 0;
    if (!drag || !last) return;
    if (drag.block && !drag.block.isConnected) {
      press = null;
      return stop('この予約は、たったいまほかで変わりました。');
    }
    const { map } = drag;
    const [x, y] = [last.clientX - map.box.left, last.clientY - map.box.top];
    scroll(x, y, map);
    const at = Math.floor((y + root.scrollTop - map.top) / map.q) + rules.first;
    const under = map.cols.findLast((c) => c.left <= x + root.scrollLeft) ?? map.cols[0];
    if (drag.how === 'move') {
      [drag.key, drag.at] = [under.key, clamp(at - drag.offset, rules.first, rules.end - 1)];
    } else if (drag.how === 'resize') {
      drag.n = clamp(at - drag.at + 1, 1, rules.end - rules.first);
    } else {
      const to = clamp(at, rules.first, rules.end - 1);
      drag.at = Math.min(drag.anchor, to);
      drag.n = Math.abs(to - drag.anchor) + 1;
    }
    show();
  }

  const clamp = (value, from, until) => Math.max(from, Math.min(until, value));

  function scroll(x, y, map) {
    const by = { x: 0, y: 0 };
    if (y < map.head + edge) by.y = -12;
    else if (y > map.box.height - edge) by.y = 12;
    if (x < map.axis + edge / 2) by.x = -12;
    else if (x > map.box.width - edge / 2) by.x = 12;
    if (!by.x && !by.y) return;
    const [left, top] = [root.scrollLeft, root.scrollTop];
    root.scrollLeft += by.x;
    root.scrollTop += by.y;
    if (root.scrollLeft !== left || root.scrollTop !== top) frame ||= requestAnimationFrame(follow); // goes on while the pointer rests there
  }

  function drop() {
    clearTimeout(press?.timer);
    press = null;
  }

  function up(event) {
    if (press && isOther(event)) return;
    const was = press;
    drop();
    if (drag && was?.begun) {
      last = event;
      follow();
      return drag && put();
    }
    if (!was || event.type === 'pointercancel') return;
    // a press without a move: a booking is opened by its click; an empty place begins a booking of an hour there
    if (!was.block && !brush() && !drag && event.target.closest('.cal-col') === was.col) {
      grab({ how: 'create', key: was.col.dataset.key, at: was.touched, n: Math.min(cellsOfHour, JSON.parse(root.dataset.rules).end - was.touched), person: was.col.dataset.person });
      put();
    }
  }

  function cancelled(event) {
    if (isOther(event)) return;
    const begun = press?.begun;
    drop();
    if (begun && drag) stop('やめました');
  }

  function clicked(event) {
    const block = event.target.closest('.cal-b button');
    if (!block || brush()) return;
    reach(block);
    dotnet.invokeMethodAsync('Open', block.dataset.id);
  }

  // A touch that stops a running scroll cannot drag: the browser goes on with it as a scroll.
  const touched = (event) => { if (!event.cancelable) drop(); };
  const still = (event) => { if (drag && press) event.preventDefault(); }; // a touch that drags does not scroll

  const noMenu = (event) => { if (drag) event.preventDefault(); };

  // ---- keyboard

  function pressed(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea')) return;
    if (drag ? steer(event) : walk(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  function walk(event) {
    const block = event.target.closest('.cal-b button');
    const key = event.key.toLowerCase();
    if (key === 'n') return create(block);
    if (!block) return event.target === root && key === 'arrowdown' && enter();
    if (key === 'm') return lift(block);
    if (key === 'arrowdown' || key === 'arrowup') return step(block, key === 'arrowdown' ? 1 : -1);
    if (key === 'arrowleft' || key === 'arrowright') return aside(block, key === 'arrowright' ? 1 : -1);
    return false;
  }

  function enter() {
    const first = root.querySelector('.cal-b button[tabindex="0"]') ?? root.querySelector('.cal-b button');
    if (first) reach(first).focus();
    return Boolean(first);
  }

  function step(block, by) {
    const here = blocks(block.closest('.cal-col'));
    const next = here[here.indexOf(block) + by];
    if (next) reach(next).focus();
    return true;
  }

  function aside(block, by) {
    const cols = columns();
    for (let i = cols.indexOf(block.closest('.cal-col')) + by; cols[i]; i += by) {
      const near = blocks(cols[i]).sort((a, b) => Math.abs(a.dataset.at - block.dataset.at) - Math.abs(b.dataset.at - block.dataset.at))[0];
      if (near) {
        reach(near).focus();
        break;
      }
    }
    return true;
  }

  // One booking is reached by Tab; the arrows lead to the others.
  function reach(block) {
    root.querySelectorAll('.cal-b button[tabindex="0"]').forEach((b) => { b.tabIndex = -1; });
    block.tabIndex = 0;
    return block;
  }

  function lift(block) {
    if (brush() || !block.dataset.stands) {
      tell('この予約は動かせません。');
      return true;
    }
    grab({ ...of(block), how: 'keys', key: block.closest('.cal-col').dataset.key, at: Number(block.dataset.at), n: Number(block.dataset.n) });
    tell(`つかみました。矢印で動かし、Shiftと上下で長さを変え、Enterで置き、Escでやめます。${place()}`);
    return true;
  }

  function create(block) {
    const col = block?.closest('.cal-col') ?? root.querySelector('.cal-col.today') ?? columns()[0];
    if (!col) return false;
    const line = col.querySelector('.cal-now');
    const at = block ? Number(block.dataset.at) + Number(block.dataset.n) : line && !line.hidden ? Math.ceil(parseFloat(line.dataset.now)) : 36;
    grab({ how: 'keys', key: col.dataset.key, at: clamp(at, rulesFirst(), JSON.parse(root.dataset.rules).end - cellsOfHour), n: cellsOfHour, person: col.dataset.person });
    root.focus({ preventScroll: true });
    see();
    tell(`${brush() ? '勤務をぬります' : '新しい予約です'}。矢印で動かし、Shiftと上下で長さを変え、Enterで決め、Escでやめます。${place()}`);
    return true;
  }

  function steer(event) {
    if (drag.how !== 'keys') {
      if (event.key !== 'Escape') return false;
      drop();
      stop('やめました');
      return true;
    }
    if (drag.block && !drag.block.isConnected) {
      stop('この予約は、たったいまほかで変わりました。');
      return true;
    }
    const most = brush() ? rules.end - rules.first : rules.longest;
    const shift = event.shiftKey;
    if (event.key === 'Escape') stop('やめました');
    else if (event.key === 'Enter') put();
    else if (event.key === 'ArrowDown' && shift) drag.n = clamp(drag.n + 1, 1, most);
    else if (event.key === 'ArrowUp' && shift) drag.n = clamp(drag.n - 1, 1, most);
    else if (event.key === 'ArrowDown') drag.at = clamp(drag.at + 1, rules.first, rules.end - 1);
    else if (event.key === 'ArrowUp') drag.at = clamp(drag.at - 1, rules.first, rules.end - 1);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const cols = columns();
      drag.key = cols[clamp(cols.findIndex((c) => c.dataset.key === drag.key) + (event.key === 'ArrowRight' ? 1 : -1), 0, cols.length - 1)].dataset.key;
    } else {
      if (event.key === 'Tab') stop('やめました');
      return event.key !== 'Tab';
    }
    if (drag) show();
    if (drag) {
      see();
      tell(place());
    }
    return true;
  }

  function see() {
    const { map } = drag;
    const col = map.cols.find((c) => c.key === drag.key);
    const y = map.top + (drag.at - rules.first) * map.q;
    if (y - map.head < root.scrollTop) root.scrollTop = y - map.head - 20;
    else if (y + drag.n * map.q > root.scrollTop + map.box.height) root.scrollTop = y + drag.n * map.q - map.box.height + 20;
    if (col.left - map.axis < root.scrollLeft) root.scrollLeft = col.left - map.axis;
    else if (col.left + col.wide > root.scrollLeft + map.box.width) root.scrollLeft = col.left + col.wide - map.box.width;
  }

  // Who presses elsewhere has let go of what was moved by keys.
  function leave() {
    release();
    tell('やめました');
  }

  const left = () => setTimeout(() => {
    if (drag?.how === 'keys' && !root.contains(document.activeElement)) leave();
  });

  // ---- the page

  function focused(event) {
    const block = event.target.closest('.cal-b button');
    if (block) reach(block);
  }

  // Begins at the present time, or where the first booking is.
  function begins() {
    const line = root.querySelector('.cal-now');
    const at = line && !line.hidden ? parseFloat(line.dataset.now) : Math.min(36, ...[...root.querySelectorAll('.cal-b button')].map((b) => Number(b.dataset.at)));
    root.scrollTop = Math.max(0, (at - 24 - 4) * quarter());
    const today = root.querySelector('.cal-col.today');
    if (today && today.previousElementSibling && root.scrollWidth > root.clientWidth) root.scrollLeft = Math.max(0, today.offsetLeft - 60);
    const first = root.querySelector('.cal-b button');
    if (first) reach(first);
  }

  const listeners = [[root, 'pointerdown', down], [root, 'pointermove', moved], [root, 'pointerup', up], [root, 'pointercancel', cancelled],
    [root, 'click', clicked], [root, 'keydown', pressed], [root, 'focusin', focused], [root, 'focusout', left]];
  for (const [at, type, heard] of listeners) at.addEventListener(type, heard);
  root.addEventListener('touchmove', still, { passive: false });
  root.addEventListener('touchstart', touched, { passive: true });
  root.addEventListener('contextmenu', noMenu);
  begins();
  root.dataset.ready = 'yes';
  return {
    // The booking, or the grid if it is not there: the focus is never lost.
    focus(id) {
      const block = id && root.querySelector(`.cal-b button[data-id="${id}"]`);
      if (block) reach(block).focus({ preventScroll: false });
      else if (!root.contains(document.activeElement)) root.focus({ preventScroll: true });
    },
    detach() {
      release();
      cancelAnimationFrame(frame);
      for (const [at, type, heard] of listeners) at.removeEventListener(type, heard);
      root.removeEventListener('touchmove', still);
      root.removeEventListener('touchstart', touched);
      root.removeEventListener('contextmenu', noMenu);
    },
  };
}

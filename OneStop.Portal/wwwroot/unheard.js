// What was typed in a form and the server has not heard yet, also kept in the tab: a restart of the server loads the page anew.
export function unheardIn(form, tabKey) {
  const boxes = new Map(); // in which was typed, and how often
  const began = new Map(); // what may stand in a box at the server: what stood there when the person came to it, and what was sent since
  let waiting = JSON.parse((tabKey && sessionStorage.getItem(tabKey)) ?? '[]'); // what the tab had kept and is not typed again yet
  let refused = []; // what the tab had kept and somebody else has written over: it stays until the person lets it go

  const isKept = box => box.id.startsWith(form.id) && box.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=file])');
  const nameOf = box => box.id.slice(form.id.length); // the form's own id may be another after a restart

  function keep() {
    if (!tabKey) return;
    const words = [...waiting, ...refused, ...[...boxes.keys()].filter(isKept).map(box => ({ name: nameOf(box), was: began.get(box) ?? [''], now: box.value }))];
    if (words.length === 0) sessionStorage.removeItem(tabKey);
    else sessionStorage.setItem(tabKey, JSON.stringify(words));
  }

  function entered(event) {
    if (!boxes.has(event.target)) began.set(event.target, [event.target.value]);
  }

  function typed(event) {
    boxes.set(event.target, (boxes.get(event.target) ?? 0) + 1);
    keep();
  }

  function type(box) {
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.dispatchEvent(new Event('change', { bubbles: true }));
  }

  form.addEventListener('focusin', entered);
  form.addEventListener('beforeinput', entered); // who was in the box before this script came entered it unseen
  form.addEventListener('input', typed);

  return {
    // What is sent to the server now.
    sent() {
      for (const box of boxes.keys()) began.set(box, [...(began.get(box) ?? ['']), box.value]);
      return [...boxes].map(([box, times]) => ({ box, times, words: box.value }));
    },

    // The server has heard this; what was typed since stays.
    forget(sent) {
      for (const { box, times, words } of sent) {
        began.set(box, [words]);
        if (boxes.get(box) === times) boxes.delete(box);
      }
      keep();
    },

    typeAgain() {
      const typedIn = [...boxes.keys()].filter(box => form.contains(box));
      typedIn.forEach(type);
      return typedIn.length > 0;
    },

    // Types what the tab has kept, where still stands what stood there when it was typed.
    typeKept() {
      const words = waiting;
      waiting = [];
      let isTyped = false;
      for (const kept of words) {
        const { name, was, now } = kept;
        const box = document.getElementById(form.id + name);
        if (box?.value === now) continue;
        if (!box || !form.contains(box) || !was.includes(box.value)) {
          refused.push(kept);
          continue;
        }
        began.set(box, was);
        box.value = now;
        type(box);
        isTyped = true;
      }
      keep();
      return { isTyped, refused: refused.map(kept => kept.now) };
    },

    letGo() {
      refused = [];
      keep();
    },

    // The server has closed the form and done with it what was to be done. What the person has not let go stays.
    leave() {
      boxes.clear();
      keep();
      form.removeEventListener('focusin', entered);
      form.removeEventListener('beforeinput', entered);
      form.removeEventListener('input', typed);
    },
  };
}

// Sets the focus on the first field or the first error, and says when typing pauses: then a draft is kept, or a form that saves itself is saved.
// What the server has not heard is kept in the tab too: after a restart of the server the page is loaded anew.
import { lineTo } from '../../line.js';
import { unheardIn } from '../../unheard.js';

const pause = 800; // milliseconds without input

// tabKey: under which the tab keeps what is typed in a form that saves itself; null for none.
export function attach(page, form, savesItself, tabKey) {
  if (!form) return null;
  let keeps = 0;
  const unheard = savesItself ? unheardIn(form, tabKey) : null;
  const paused = async () => {
    clearTimeout(keeps);
    const sent = unheard?.sent();
    try {
      if (await line.call('Paused')) unheard?.forget(sent);
    } catch { /* the portal shows its own failures; over a line that broke nothing is heard */ }
  };
  const line = lineTo(page, () => { // what was typed while there was none is typed again
    if (unheard?.typeAgain()) paused();
  });
  const left = event => { if (!form.contains(event.relatedTarget)) paused(); };
  const keepSoon = () => {
    clearTimeout(keeps);
    keeps = setTimeout(paused, pause);
  };
  if (savesItself) {
    form.addEventListener('focusout', left);
    form.addEventListener('change', keepSoon); // what cannot be read, such as half a date, is no value, and so no change to the server
  }
  const fault = () => form.querySelector('[aria-invalid="true"]:not([role=radiogroup]), [role=radiogroup][aria-invalid="true"] input');
  const comes = new MutationObserver(() => { // on a slow connection the call can arrive before the error is rendered
    if (!fault()) return;
    comes.disconnect();
    fault().focus();
  });
  form.addEventListener('input', () => comes.disconnect()); // do not move the focus of somebody who goes on typing
  const begin = element => { // who has begun to fill in the form before its script came keeps the focus
    if (!form.contains(document.activeElement)) element?.focus();
  };
  return {
    focusField: () => begin(form.querySelector('.form-fields input:checked') ?? form.querySelector('.form-fields :is(input, textarea):enabled')),
    focusLeave: () => begin(form.querySelector('[data-leave]')),
    focusFault: () => fault() ? fault().focus() : comes.observe(form, { childList: true, subtree: true, attributeFilter: ['aria-invalid'] }),
    keepSoon,
    settle: () => { }, // the answer is all that is wanted
    typeKept() { // returns what another has written over meanwhile
      const { isTyped, refused } = unheard.typeKept();
      if (isTyped) paused();
      return refused;
    },
    letGo: () => unheard.letGo(),
    writeBack(id, typed, others) { // not over what was typed since
      const box = document.getElementById(id);
      if (box?.value === others) box.value = typed;
    },
    detach() {
      clearTimeout(keeps);
      form.removeEventListener('focusout', left);
      form.removeEventListener('change', keepSoon);
      unheard?.leave();
      line.leave();
      comes.disconnect();
    },
  };
}

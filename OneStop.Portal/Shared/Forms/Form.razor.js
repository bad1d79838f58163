// Sets the focus on the first field or the first error, and saves a draft once typing pauses.
const pause = 800; // milliseconds without input before the draft is saved

export function attach(page, form) {
  if (!form) return null;
  let keeps = 0;
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
    keepSoon() {
      clearTimeout(keeps);
      keeps = setTimeout(() => page.invokeMethodAsync('KeepDraft'), pause);
    },
    settle: () => { }, // the answer is all that is wanted
    writeBack(id, typed, others) { // not over what was typed since
      const box = document.getElementById(id);
      if (box?.value === others) box.value = typed;
    },
    detach() {
      clearTimeout(keeps);
      comes.disconnect();
    },
  };
}

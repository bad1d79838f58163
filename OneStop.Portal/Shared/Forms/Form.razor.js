// What a form begins with, and the first field that is wrong, take the focus; what is typed is kept once the typing pauses.
const pause = 800; // for so long nothing is typed before it is kept

export function attach(page, form) {
  if (!form) return null;
  let keeps = 0;
  const fault = () => form.querySelector('[aria-invalid="true"]:not([role=radiogroup]), [role=radiogroup][aria-invalid="true"] input');
  const comes = new MutationObserver(() => { // on a slow line the call can come before what it is about is drawn
    if (!fault()) return;
    comes.disconnect();
    fault().focus();
  });
  form.addEventListener('input', () => comes.disconnect()); // who goes on typing is led nowhere
  return {
    focusField: () => (form.querySelector('.form-fields input:checked') ?? form.querySelector('.form-fields :is(input, textarea):enabled'))?.focus(),
    focusLeave: () => form.querySelector('[data-leave]')?.focus(),
    focusFault: () => fault() ? fault().focus() : comes.observe(form, { childList: true, subtree: true, attributeFilter: ['aria-invalid'] }),
    keepSoon() {
      clearTimeout(keeps);
      keeps = setTimeout(() => page.invokeMethodAsync('KeepDraft'), pause);
    },
    detach() {
      clearTimeout(keeps);
      comes.disconnect();
    },
  };
}

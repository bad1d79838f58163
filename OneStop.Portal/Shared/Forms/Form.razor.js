// What a form begins with, and the first field that is wrong, take the focus; what is typed is kept once the typing pauses.
const pause = 800; // for so long nothing is typed before it is kept

export function attach(page, form) {
  if (!form) return null;
  let keeps = 0;
  return {
    focusField: () => (form.querySelector('.form-fields input:checked') ?? form.querySelector('.form-fields :is(input, textarea):enabled'))?.focus(),
    focusLeave: () => form.querySelector('[data-leave]')?.focus(),
    focusFault: () => form.querySelector('[aria-invalid="true"]')?.focus(),
    keepSoon() {
      clearTimeout(keeps);
      keeps = setTimeout(() => page.invokeMethodAsync('KeepDraft'), pause);
    },
    detach: () => clearTimeout(keeps),
  };
}

// The first field that is wrong takes the focus; what is typed is kept once the typing pauses.
const pause = 800; // for so long nothing is typed before it is kept

export function attach(page, form) {
  if (!form) return null;
  let keeps = 0;
  return {
    focusFault: () => form.querySelector('[aria-invalid="true"]')?.focus(),
    keepSoon() {
      clearTimeout(keeps);
      keeps = setTimeout(() => page.invokeMethodAsync('KeepDraft'), pause);
    },
    detach: () => clearTimeout(keeps),
  };
}

// Ctrl+Enter saves from any field, also from one that would take Enter for itself; the first field that is wrong takes the focus.
const pause = 800; // for so long nothing is typed before it is kept

export function attach(page, form) {
  if (!form) return null;
  let keeps = 0;
  const submit = event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      if (event.target.matches('input:not([readonly])')) event.target.dispatchEvent(new Event('change', { bubbles: true })); // a field that is heard only when it is left
      form.requestSubmit();
    }
  };
  form.addEventListener('keydown', submit, true);
  return {
    focusFault: () => form.querySelector('[aria-invalid="true"]')?.focus(),
    keepSoon() {
      clearTimeout(keeps);
      keeps = setTimeout(() => page.invokeMethodAsync('KeepDraft'), pause);
    },
    detach() {
      clearTimeout(keeps);
      form.removeEventListener('keydown', submit, true);
    },
  };
}

// Ctrl+Enter saves from any field, also from one that would take Enter for itself; the first field that is wrong takes the focus.
export function attach(_, form) {
  if (!form) return null;
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
    detach: () => form.removeEventListener('keydown', submit, true),
  };
}

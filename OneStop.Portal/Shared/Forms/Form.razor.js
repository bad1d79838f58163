// Ctrl+Enter saves from any field, also from one that would take Enter for itself; the first field that is wrong takes the focus.
export function attach(_, form) {
  if (!form) return null;
  const submit = event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      form.requestSubmit();
    }
  };
  form.addEventListener('keydown', submit, true);
  return {
    focusFault: () => form.querySelector('[aria-invalid="true"]')?.focus(),
    detach: () => form.removeEventListener('keydown', submit, true),
  };
}

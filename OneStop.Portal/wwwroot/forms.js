// Ctrl+Enter saves from any field of a form, also from one that would take Enter for itself. It comes with the page and not with the form:
// who presses it at once, before the form's own script has come, is heard.
addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  const form = event.target.closest?.('form.form');
  if (!form) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.target.matches('input:not([readonly])')) event.target.dispatchEvent(new Event('change', { bubbles: true })); // a field that is heard only when it is left
  form.requestSubmit();
}, { capture: true });

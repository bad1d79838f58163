// Ctrl+Enter saves from any field of a form, also from one that handles Enter itself. Loaded with the page and not with the form, so
// that it works before the form's own script has loaded.
addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  const form = event.target.closest?.('form.form');
  if (!form) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.target.matches('input:not([readonly])')) event.target.dispatchEvent(new Event('change', { bubbles: true })); // a field whose value is sent on change
  form.requestSubmit();
}, { capture: true });

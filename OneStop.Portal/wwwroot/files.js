// The framework listens to a file field one answer of the page after it is seen. A file chosen or dropped before would be lost without a word:
// its event waits until somebody listens.
const heard = new WeakSet();

document.addEventListener('change', event => {
  if (event.target.type === 'file' && !heard.has(event.target)) event.stopImmediatePropagation();
}, { capture: true });

/** Called once the framework listens to the field. */
export function listen(field) {
  heard.add(field);
  if (field.files.length > 0) field.dispatchEvent(new Event('change', { bubbles: true }));
}

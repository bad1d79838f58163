// Hides the key that confirms an IME's text from all other handlers. Browsers mark it in two ways (isComposing; Safari only by keyCode
// 229), and Blazor passes on only the first.
addEventListener('keydown', event => {
  if (event.isComposing || event.keyCode === 229) event.stopImmediatePropagation();
}, { capture: true });

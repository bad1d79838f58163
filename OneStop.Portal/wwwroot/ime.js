// The key with which an IME is confirmed belongs to the IME alone. Browsers mark it in two ways (isComposing; in Safari only the old 229),
// and a circuit is told of the first only: here it reaches nobody, whatever box it is pressed in.
addEventListener('keydown', event => {
  if (event.isComposing || event.keyCode === 229) event.stopImmediatePropagation();
}, { capture: true });

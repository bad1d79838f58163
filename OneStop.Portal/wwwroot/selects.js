// A list that acts on change (data-acts): the arrow keys would act at each step, so that the third colleague could not be chosen
// without the first two. Keys therefore open the list; Enter in it chooses and acts.
const chooses = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']);

document.addEventListener('keydown', event => {
  const list = event.target;
  if (!list.matches?.('select[data-acts]') || event.ctrlKey || event.metaKey || event.altKey) return;
  const types = event.key.length === 1 && event.key !== ' ';
  if (!chooses.has(event.key) && !types) return;
  event.preventDefault();
  event.stopPropagation();
  if (!isOpen(list)) list.showPicker?.();
}, { capture: true });

// A second key may come before the opened list handles it: showPicker would then close the list and choose the current option.
const isOpen = list => CSS.supports('selector(:open)') && list.matches(':open');

// A list that can act repeatedly ("タグをつける…") is reset after each choice; otherwise the same option could not be chosen twice.
document.addEventListener('change', event => {
  if (event.target.matches?.('select[data-acts="again"]')) setTimeout(() => { event.target.value = ''; });
});

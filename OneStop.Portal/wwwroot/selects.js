// A list that acts as soon as something is chosen (data-acts): going through it with the arrow keys would act at each step, and the
// third colleague could not be chosen without the first two. The keys open the list; what is chosen in it with Enter acts.
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

// A second key may come before the opened list takes it: showing it again would close it, with what it stood on chosen.
const isOpen = list => CSS.supports('selector(:open)') && list.matches(':open');

// One that acts again and again ("タグをつける…") shows its question anew, or the same thing could not be chosen twice.
document.addEventListener('change', event => {
  if (event.target.matches?.('select[data-acts="again"]')) setTimeout(() => { event.target.value = ''; });
});

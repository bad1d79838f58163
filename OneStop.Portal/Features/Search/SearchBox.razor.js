// The pause is timed in the page, so that not every keystroke calls the server and nothing is searched while an IME composes.
const pause = 300;

export function attach(desk, box) {
  if (!box) return null; // closed before this script arrived
  const input = box.querySelector('input');
  const pane = box.closest('.list-pane');
  let told = '';
  let timer = 0;

  function tell() {
    clearTimeout(timer);
    if (input.value === told) return;
    told = input.value;
    desk.invokeMethodAsync('Type', told).catch(() => { told = ''; }); // connection lost: typing again searches again
  }

  function typed(event) {
    clearTimeout(timer);
    if (event.type === 'input' && event.isComposing) return;
    if (input.value.trim() === '') tell();
    else timer = setTimeout(tell, pause);
  }

  function clear() {
    input.value = '';
    tell();
    input.focus();
  }

  // The arrow keys move from the box through the results; Escape returns to the list.
  function pressed(event) {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape' && input.value !== '') {
      clear();
    } else if (event.key === 'Enter' && event.target === input) {
      tell();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const stops = [input, ...pane.querySelectorAll('.search-pane .row a')];
      const at = stops.indexOf(event.target);
      const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
      if (at < 0 || !next) return;
      next.focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  input.addEventListener('input', typed);
  input.addEventListener('compositionend', typed);
  pane.addEventListener('keydown', pressed);
  if (input.value !== '') tell(); // typed before this script arrived
  return {
    clear,
    detach() {
      clearTimeout(timer);
      pane.removeEventListener('keydown', pressed);
    },
  };
}

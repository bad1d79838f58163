// Panes whose widths each person sets; the widths are stored in this browser.
const widths = { list: '--list-width', card: '--card-width' };
const key = pane => 'onestop.width.' + pane;

export function attach(_, root) {
  if (!root) return null;
  for (const pane of Object.keys(widths)) {
    const kept = Number(localStorage.getItem(key(pane)));
    if (kept) root.style.setProperty(widths[pane], kept + 'px');
  }
  root.addEventListener('pointerdown', event => {
    const splitter = event.target.closest('.splitter');
    if (!splitter) return;
    event.preventDefault();
    splitter.setPointerCapture(event.pointerId);
    const [from, width, grows] = [event.clientX, widthOf(splitter), splitter.dataset.pane === 'list' ? 1 : -1];
    const move = moved => set(splitter, width + (moved.clientX - from) * grows);
    splitter.addEventListener('pointermove', move);
    splitter.addEventListener('pointerup', () => splitter.removeEventListener('pointermove', move), { once: true });
  });
  root.addEventListener('keydown', event => {
    const splitter = event.target.closest('.splitter');
    if (!splitter || !['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
    event.preventDefault();
    const wider = (event.key === 'ArrowRight') === (splitter.dataset.pane === 'list');
    set(splitter, widthOf(splitter) + (wider ? 20 : -20));
  });

  function widthOf(splitter) {
    const pane = splitter.dataset.pane === 'list' ? root.querySelector('.list-pane') : root.querySelector('.card-pane');
    return pane?.offsetWidth ?? 360;
  }

  function set(splitter, width) {
    const fitting = Math.round(Math.min(Math.max(width, Number(splitter.ariaValueMin)), Number(splitter.ariaValueMax)));
    root.style.setProperty(widths[splitter.dataset.pane], fitting + 'px');
    splitter.setAttribute('aria-valuenow', fitting);
    localStorage.setItem(key(splitter.dataset.pane), fitting);
  }

  return null;
}

// Places toasts where they cover no control: over the older part of an open conversation (data-toasts), otherwise at the foot of the page
// above what is sticky there. While one is shown, the page is longer by its height, so that what it covers can be scrolled out.
const root = document.documentElement;
const box = () => document.getElementById('mud-snackbar-container');
let watch = null;

function place() {
  const toasts = box();
  if (!toasts?.firstElementChild) {
    clearInterval(watch);
    watch = null;
    root.style.removeProperty('--toast-room');
    return;
  }
  watch ??= setInterval(place, 250); // the page may change below: another conversation, a growing composer
  const main = document.getElementById('main')?.getBoundingClientRect();
  if (!main) return; // a plain page has no place for them
  const field = [...document.querySelectorAll('[data-toasts]')].map(element => element.getBoundingClientRect()).find(at => at.width > 200);
  const at = field ?? main;
  set('--toast-left', at.left + 12);
  set('--toast-width', Math.min(at.width - 24, 460));
  root.style.setProperty('--toast-top', field ? `${at.top + 10}px` : 'auto');
  root.style.setProperty('--toast-bottom', field ? 'auto' : `${innerHeight - footOf(main) + 12}px`);
  set('--toast-room', field ? 0 : toasts.offsetHeight + 12);
}

const set = (name, pixels) => root.style.setProperty(name, `${Math.round(pixels)}px`);

// The visible end of the page: above the sticky buttons of a form. What sticks at another side, as the hours of the calendar do, ends nothing.
function footOf(main) {
  const sticksBelow = style => /sticky|fixed/.test(style.position) && style.bottom !== 'auto';
  const sticks = document.elementsFromPoint(main.left + 40, main.bottom - 6).filter(element => sticksBelow(getComputedStyle(element)));
  return Math.min(main.bottom, ...sticks.filter(element => !element.closest('#mud-snackbar-container')).map(element => element.getBoundingClientRect().top));
}

new MutationObserver(place).observe(document.getElementById('app'), { childList: true, subtree: true });
addEventListener('resize', place);

// If the focused element is removed or disabled by its own action, moves the focus to the nearest remaining ancestor part of the page
// instead of its top. An element that takes the focus by itself takes precedence.
const parts = 'tr, li, form, fieldset, section, aside, dialog, [role=region], main';
let trail = [];
let waits = false;
let focusedAt = null; // the address at which the focused element was given the focus, by the person or by a part of the page

document.addEventListener('focusin', event => {
  focusedAt = location.href;
  trail = [];
  for (let at = event.target; at && at !== document.body; at = at.parentElement) trail.push(at, ...at.previousElementSibling ? [at.previousElementSibling] : []); // also the row above a removed row
  if (event.target.matches('.page-head h1')) event.target.closest('.main')?.scrollTo(0, 0); // a new page begins at its top
});

new MutationObserver(() => {
  if (waits || trail.length === 0 || hasFocus() || !isLost(trail[0])) return;
  waits = true;
  setTimeout(() => {
    waits = false;
    if (hasFocus() || trail.length === 0 || !isLost(trail[0])) return;
    const left = trail.find(at => at.isConnected && at.matches(parts));
    if (!left) return;
    if (!left.hasAttribute('tabindex')) left.tabIndex = -1;
    left.focus({ preventScroll: true });
    focusedAt = null; // nobody asked for it
  }, 120);
}).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });

// Gives the focus to the title of a new page, as the server asks for it after rendering; not if the person or the page has meanwhile given it to
// something on that page.
export function focusTitle() {
  if (hasFocus() && focusedAt === location.href) return;
  const title = document.querySelector('h1');
  if (!title) return;
  if (!title.hasAttribute('tabindex')) title.tabIndex = -1;
  title.focus();
}

const hasFocus = () => document.activeElement !== null && document.activeElement !== document.body;

const isLost = element => !element.isConnected || element.disabled === true;

// Escape closes the visible dialog, also before the focus has moved into it. A popover of the library within it is closed first.
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || !event.isTrusted || event.isComposing) return;
  const dialog = [...document.querySelectorAll('[data-escapes]')].at(-1);
  if (!dialog || document.querySelector('.mud-popover-open')) return;
  event.preventDefault();
  event.stopPropagation();
  dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true }));
}, true);

// A way to a place of the same page gives it the focus, too: the framework only scrolls there, and who uses the keyboard would go on from the link.
document.addEventListener('click', event => {
  const way = event.target.closest?.('a[href*="#"]');
  if (!way || way.pathname !== location.pathname || way.search !== location.search || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const place = document.getElementById(decodeURIComponent(way.hash.slice(1)));
  if (!place) return;
  setTimeout(() => { // after the framework has scrolled
    if (!place.isConnected) return;
    if (!place.matches('a, button, input, select, textarea, [tabindex]')) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  });
});

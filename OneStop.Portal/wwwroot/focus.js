// If the focused element is removed or disabled by its own action, moves the focus to the nearest remaining ancestor part of the page
// instead of its top. An element that takes the focus by itself takes precedence.
const parts = 'tr, li, form, fieldset, section, aside, dialog, [role=region], main';
let trail = [];
let waits = false;
let begunAt = null; // the address at which the person last pressed a key or the mouse
let focusedAt = null; // the address at which the focused element got the focus

for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, event => { if (event.isTrusted) begunAt = location.href; }, true);

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
  }, 120);
}).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });

// Gives the focus to the title of a new page, as the server asks for it after rendering; not from who has meanwhile begun to work on that page.
export function focusTitle() {
  if (hasFocus() && begunAt === location.href && focusedAt === location.href) return;
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

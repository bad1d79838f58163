// Keys for a box or a conversation that was requested and is not there yet. Until it arrives no single key acts: keys wait here in
// order, and are then typed into the box or pressed on the conversation. Turning to something else (Escape, Tab, the mouse) drops
// them.
const grace = 1500; // milliseconds for what the server has received and not rendered yet
const patience = 15_000; // milliseconds to wait for the server's acknowledgement: over a connection that broke unnoticed it never comes
const link = 'a[href*="/inbox/"]';
const watch = new MutationObserver(arrived);
let hands = null; // acts on a key, and asks the server whether it has received everything pressed
let box = null;
let talk = null;
let held = [];
let asking = 0;

document.addEventListener('click', event => {
  const opener = event.target.closest?.(`[data-focuses], ${link}`);
  if (!opener || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  if (event.isTrusted) held = []; // not if a waiting key caused the click
  if (opener.matches(link)) comes({ talk: talkIn(opener.pathname) });
  else comes({ box: opener.dataset.focuses });
});
document.addEventListener('pointerdown', giveUp, true);
document.getElementById('components-reconnect-modal')?.addEventListener('components-reconnect-state-changed', event => { if (event.detail.state === 'show') giveUp(); }); // nothing comes over a line that broke
document.addEventListener('keydown', event => { if (event.key === 'Escape' || event.key === 'Tab') giveUp(); }, true);

export function serve(whose) {
  hands = whose;
}

// Marks the box of this id as requested.
export function bring(id) {
  comes({ box: id });
}

export function isTyping(target) {
  const at = target?.closest?.('input, textarea, select, [contenteditable]:not([contenteditable=false])') ?? null;
  return at !== null && !(at.matches('input') && /^(button|submit|reset|checkbox|radio|range|file)$/.test(at.type));
}

// False for what is already there: its keys act at once.
export const isOnTheWay = () => isBoxComing() || isTalkComing();

// Keeps a key. J, K and Z need not wait while moving through conversations, unless another key waits before them.
export function hold(key, shift) {
  const goesOn = document.documentElement.dataset.browsing && !isBoxComing() && held.length === 0 && /^[jkz]$/i.test(key);
  if (key.length !== 1 || goesOn) return false;
  held.push({ key, shift });
  observe();
  return true;
}

function comes(what) {
  box = what.box ?? null;
  talk = what.talk ?? talk;
  observe();
  arrived();
  if (isOnTheWay()) ask(++asking);
}

function observe() {
  watch.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden', 'disabled', 'data-ready', 'class'] });
}

// The server answers in order: after its answer, what was requested is being rendered, or was refused.
function ask(which) {
  const end = () => setTimeout(() => { if (which === asking && !isBeingRead()) giveUp(); }, grace);
  const tired = new Promise(resolve => setTimeout(resolve, patience));
  Promise.race([hands?.heard(), tired]).then(end, end);
}

function arrived() {
  const there = box && document.getElementById(box);
  if (there) {
    there.focus();
    if (document.activeElement === there) box = null;
  }
  while (held.length > 0 && !isOnTheWay()) {
    const { key, shift } = held.shift();
    if (isTyping(document.activeElement)) document.execCommand('insertText', false, key);
    else hands?.act(key, shift);
  }
  if (isOnTheWay()) return;
  talk = null;
  if (held.length === 0) watch.disconnect();
}

function giveUp() {
  [box, talk, held] = [null, null, []];
  watch.disconnect();
}

const isBoxComing = () => box !== null && document.activeElement?.id !== box;

const pane = () => document.querySelector('.inbox .thread');

const isTalkComing = () => {
  const wanted = talk ?? (document.querySelector('.inbox') && talkIn(location.pathname));
  return wanted !== null && (pane()?.dataset.talk !== wanted || isBeingRead());
};

// True while the pane shows a skeleton, or its composer has no script yet.
const isBeingRead = () => pane() !== null && (pane().querySelector('.thread-head, .state') === null || pane().querySelector('.composer:not([data-ready])') !== null);

function talkIn(path) {
  return /^\/inbox\/([0-9a-f-]{36})/.exec(path)?.[1] ?? null;
}

// The text belongs to the page, so that no keystroke waits for the server. It is saved there as it is typed; what the server has not
// confirmed is also kept in this tab, so that a lost connection or a restart loses nothing.
import { unresolved } from '../ReplyTemplates/TemplatePicker.razor.js';
import { ask } from '../../ask.js';
import { turnTo } from '../../tabs.js';

const saveAfter = 300;
const longText = 30; // characters from which a client is told that somebody is writing
const typingAgain = 15_000;

/**
 * @param options draft; longest: characters at most; part: so many go out as one message; isAnswer: it goes to the client, who is shown
 * while a long text is typed, takes the focus, and says which message was the last one when its text was begun.
 */
export function attach(desk, root, { draft, longest, part = longest, isAnswer = false }) {
  if (!root) return null; // closed before this script arrived
  const text = root.querySelector('textarea');
  const send = root.querySelector('.send');
  const saved = root.querySelector('.saved');
  const counter = root.querySelector('.counter');
  const dialog = root.querySelector('dialog.ask');
  const unfilled = root.querySelector('.unfilled');
  const key = 'onestop.draft.' + root.dataset.draft; // whose draft, in which conversation
  const pendingKey = key + '.sending';
  let composing = false;
  let sending = false;
  let waits = false; // it was to be sent while there was no connection, and has not been
  let timer = 0;
  let version = 0;
  let saving = Promise.resolve();
  let away = false;
  let toldAt = -typingAgain;
  let since = null; // the last message that was there when the text was begun
  let chosenSince = null; // and when a file was chosen
  const underWay = new Set();

  // What was typed before this script arrived comes last; what the server has not confirmed is newer than its draft.
  const unsaved = sessionStorage.getItem(key);
  const early = text.value;
  text.value = (unsaved ?? draft) + early;
  if (text.value !== '') since = newest();
  if (unsaved !== null || early !== '') typed();
  show();

  function show() {
    const length = text.value.length; // UTF-16 units, as LINE counts
    counter.textContent = length > part ? `${length.toLocaleString()}文字（${Math.ceil(length / part)}通ほどに分けて送ります）`
      : length > part - 1000 ? `${length.toLocaleString()} / ${part.toLocaleString()}` : '';
    counter.classList.toggle('over', length > longest);
    const left = unfilled && unresolved(text.value);
    if (unfilled) {
      unfilled.hidden = left === null;
      unfilled.lastElementChild.textContent = left === null ? '' : `「${left.name}」がまだ埋まっていません。書き入れるか消すと送信できます`;
    }
    send.disabled = sending || text.value.trim() === '' || length > longest || left !== null;
    text.style.height = 'auto';
    text.style.height = Math.min(text.scrollHeight + 2, innerHeight * 0.4) + 'px';
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => { saving = save(); }, saveAfter);
  }

  // A call that was under way when the connection broke never ends by itself: the framework does not tell.
  function call(...what) {
    if (away) return Promise.reject(new Error('away'));
    return new Promise((resolve, reject) => {
      underWay.add(reject);
      desk.invokeMethodAsync(...what).then(resolve, reject).finally(() => underWay.delete(reject));
    });
  }

  function connection(event) {
    away = event.detail.state !== 'hide';
    if (event.detail.state === 'show') underWay.forEach(reject => reject(new Error('lost')));
    if (away) return;
    say('');
    resume();
    if (sessionStorage.getItem(key) !== null) later();
  }

  // What was being sent when the connection broke: taken in, or not? It never returns to the box if it was.
  async function resume() {
    const kept = sessionStorage.getItem(pendingKey);
    if (kept === null || sending) return;
    const { id, what } = JSON.parse(kept);
    try {
      const taken = await call('WasTaken', id);
      sessionStorage.removeItem(pendingKey);
      if (!taken) putBack(what);
    } catch {
      saved.textContent = '送信を確かめています';
    }
  }

  async function save() {
    clearTimeout(timer);
    const mine = version;
    try {
      await call('Save', text.value);
      if (mine === version) {
        sessionStorage.removeItem(key);
        say(text.value === '' ? '' : '下書きを保存しました');
      }
    } catch {
      say('下書きはこの画面に残っています');
    }
  }

  function newest() {
    return [...document.querySelectorAll('.messages [data-order]')].at(-1)?.dataset.order ?? '0';
  }

  function say(words) {
    saved.textContent = !waits ? words : away ? '接続を待っています。まだ送っていません' : 'まだ送っていません。もう一度送ってください';
  }

  function typed() {
    version++;
    since = text.value === '' ? null : since ?? newest();
    sessionStorage.setItem(key, text.value);
    if (text.value === '') waits = false;
    say('');
    show();
    later();
    if (isAnswer && !away && text.value.length >= longText && performance.now() - toldAt > typingAgain) {
      toldAt = performance.now();
      call('ShowTyping').catch(() => { });
    }
  }

  // What was asked about is sent as it was asked, whatever has been typed after it meanwhile.
  // Whoever leads on goes to the next talk once it was taken in.
  async function submit(meant = null, leadsOn = false) {
    if (meant === null && send.disabled) return;
    if (away || sessionStorage.getItem(pendingKey) !== null) {
      waits = true;
      say(''); // one at a time: a second would take the place of the one not yet known
      resume();
      return;
    }
    sending = true;
    waits = false;
    clearTimeout(timer);
    const what = meant ?? text.value;
    const seen = isAnswer ? [since ?? newest()] : [];
    const id = crypto.randomUUID();
    const returns = root.contains(document.activeElement);
    sessionStorage.setItem(pendingKey, JSON.stringify({ id, what }));
    version++;
    text.value = text.value.startsWith(what) ? text.value.slice(what.length).replace(/^\n/, '') : text.value; // at once, so that it is neither sent twice nor mixed with what is typed next; it returns if it could not be sent
    since = null;
    if (text.value === '') sessionStorage.removeItem(key);
    else typed();
    show();
    await saving; // a save under way must not come after the sending and bring the text back
    let doubts = [];
    try {
      const handed = await call('Send', what, id, meant !== null, ...seen);
      sessionStorage.removeItem(pendingKey);
      saved.textContent = '';
      doubts = handed.doubts;
      if (!handed.taken) putBack(what);
      else if (leadsOn) document.dispatchEvent(new CustomEvent('onestop:answered'));
    } catch {
      saved.textContent = '送信できたか、つながりしだい確かめます';
    } finally {
      sending = false;
      show();
      if (returns && root.isConnected && (root.contains(document.activeElement) || document.activeElement === document.body)) text.focus(); // who has gone on is not pulled back
    }
    if (doubts.length > 0 && await ask(dialog, doubts)) submit(what, leadsOn);
  }

  // Enter that confirms a Japanese conversion is no Enter: keyCode 229 is what some browsers still report for it.
  function pressed(event) {
    if (event.key !== 'Enter' || composing || event.isComposing || event.keyCode === 229) return;
    const alone = root.dataset.send === 'Enter' && !event.shiftKey && !event.altKey; // as each person sets it
    if (!alone && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    if (!event.repeat) submit(null, isAnswer && event.shiftKey);
  }

  // A picture from the clipboard goes the way of a chosen file.
  function pasted(event) {
    const file = root.querySelector('input[type="file"]');
    if (!file || event.clipboardData.files.length === 0) return;
    event.preventDefault();
    chosenSince = newest();
    file.files = event.clipboardData.files;
    file.dispatchEvent(new Event('change', { bubbles: true }));
  }

  // To the place that is not filled in, ready to be typed over.
  function goToUnfilled() {
    const left = unresolved(text.value);
    text.focus();
    if (left !== null) text.setSelectionRange(left.start, left.end);
  }

  text.addEventListener('input', typed);
  text.addEventListener('keydown', pressed);
  text.addEventListener('paste', pasted);
  text.addEventListener('compositionstart', () => { composing = true; });
  text.addEventListener('compositionend', () => { composing = false; });
  send.addEventListener('click', () => submit());
  root.querySelector('input[type="file"]')?.addEventListener('click', () => { chosenSince = newest(); });
  unfilled?.addEventListener('click', goToUnfilled);
  const banner = document.getElementById('components-reconnect-modal');
  banner?.addEventListener('components-reconnect-state-changed', connection);
  resume();
  root.dataset.ready = 'yes';
  if (isAnswer && matchMedia('(hover: hover)').matches && !document.documentElement.dataset.browsing && !isBusy()) text.focus({ preventScroll: true });

  // Who is already at a picture or a button of this talk when this script comes late keeps their place: the next key would go astray.
  function isBusy() {
    return document.activeElement?.matches(':is(.thread, .card-pane) :is(a, button, input, select, textarea, [tabindex="0"])') && document.activeElement !== text;
  }

  function putBack(words) {
    text.value = text.value === '' ? words : words + '\n' + text.value;
    typed();
    focus();
  }

  function focus() {
    turnTo(text);
    text.focus();
  }

  return {
    putBack,
    ask: doubts => ask(dialog, doubts),
    text: () => text.value,
    since: () => since ?? newest(),
    chosenSince: () => chosenSince,
    focus,
    clear(what) {
      if (text.value.startsWith(what)) text.value = text.value.slice(what.length); // what was typed since stays
      typed();
    },
    detach() {
      if (sessionStorage.getItem(key) !== null) save();
      clearTimeout(timer);
      banner?.removeEventListener('components-reconnect-state-changed', connection);
    },
  };
}

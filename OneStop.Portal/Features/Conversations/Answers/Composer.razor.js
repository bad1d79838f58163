// The text is kept in the page, so that no keystroke waits for the server. It is saved on the server as it is typed; until the server has
// confirmed it, it is also kept in this tab, so that a lost connection or a restart loses nothing.
import { unresolved } from '../../ReplyTemplates/TemplatePicker.razor.js';
import { ask } from './ReplyBox.razor.js';
import { lineTo } from '../../../line.js';
import { turnTo } from '../../../tabs.js';
import { unsaved } from '../../../unsaved.js';

const saveAfter = 300;
const longText = 30; // the number of characters from which the client sees that somebody is writing
const typingAgain = 15_000;

/**
 * @param options draft: the saved text; begun: the last message when it was begun; longest: the most characters; part: the most characters
 * of one message; isAnswer: true for a text to the client, who is shown while a long text is typed; it also takes the focus and sends `begun`.
 */
export function attach(desk, root, { draft, begun = null, longest, part = longest, isAnswer = false }) {
  if (!root) return null; // closed before this script arrived
  const text = root.querySelector('textarea');
  const send = root.querySelector('.send');
  const saved = root.querySelector('.saved');
  const counter = root.querySelector('.counter');
  const dialog = root.querySelector('dialog.ask');
  const unfilled = root.querySelector('.unfilled');
  const key = 'onestop.draft.' + root.dataset.draft; // whose draft, in which conversation
  const kept = unsaved(key);
  const pendingKey = key + '.sending';
  let composing = false;
  let sending = false;
  let timer = 0;
  let version = 0;
  let saving = Promise.resolve();
  let toldAt = -typingAgain;
  let writes = false; // typed since the last save; false for restored text, so that colleagues do not see it as writing
  let since = null; // the last message when the text was begun
  let chosenSince = null; // the last message when a file was chosen
  const line = lineTo(desk, back);
  const call = line.call;

  // Text typed before this script arrived is appended; text that the server has not confirmed is newer than its draft.
  const [unconfirmed, early] = [kept.words(), text.value];
  text.value = (unconfirmed ?? draft) + early;
  if (text.value !== '') since = (unconfirmed === null ? begun : kept.since()) ?? newest();
  writes = early !== '';
  if (unconfirmed !== null || early !== '') typed();
  show();
  say('');

  function show() {
    const length = text.value.length; // UTF-16 code units, as LINE counts
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

  function back() {
    say('');
    resume();
    if (kept.words() !== null) later();
  }

  // Asks whether the text being sent when the connection broke was taken in. It returns to the box only if it was not.
  async function resume() {
    const pending = sessionStorage.getItem(pendingKey);
    if (pending === null || sending) return;
    const { id, what, seen } = JSON.parse(pending);
    try {
      const taken = await call('WasTaken', id);
      sessionStorage.removeItem(pendingKey);
      if (!taken) putBack(what, seen);
    } catch {
      saved.textContent = '送信を確かめています';
    }
  }

  async function save() {
    clearTimeout(timer);
    const [mine, byHand] = [version, writes];
    writes = false;
    try {
      await call('Save', text.value, ...(isAnswer ? [since, byHand] : []));
      if (mine === version) {
        kept.drop();
        say(text.value === '' ? '' : '下書きを保存しました');
      }
    } catch {
      say('下書きはこの画面に残っています');
    }
  }

  function newest() {
    return root.dataset.newest ?? null; // of the whole conversation, also while an earlier place is shown
  }

  function say(words) {
    saved.textContent = !kept.waits() ? words : line.isAway() ? '接続を待っています。まだ送っていません' : 'まだ送っていません。もう一度送ってください';
  }

  function typed() {
    version++;
    since = text.value === '' ? null : since ?? newest();
    kept.keep(text.value, since);
    if (text.value === '') kept.wait(false);
    say('');
    show();
    later();
    if (isAnswer && !line.isAway() && text.value.length >= longText && performance.now() - toldAt > typingAgain) {
      toldAt = performance.now();
      call('ShowTyping').catch(() => { });
    }
  }

  // Sends the text. After a doubt the text in question (meant) is sent, whatever has been typed since.
  // With leadsOn, the next conversation is opened once the text was taken in.
  async function submit(meant = null, leadsOn = false) {
    if (meant === null && send.disabled) return;
    if (leadsOn) document.dispatchEvent(new CustomEvent('onestop:answering'));
    if (line.isAway() || sessionStorage.getItem(pendingKey) !== null) {
      kept.wait(true); // until it is sent, also after a reload
      say(''); // one at a time: a second text would replace the one whose result is unknown
      resume();
      return;
    }
    sending = true;
    kept.wait(false);
    clearTimeout(timer);
    const what = meant ?? text.value;
    const seen = since ?? newest();
    const id = crypto.randomUUID();
    if (root.contains(document.activeElement)) text.focus(); // the button is disabled while sending; at once, so that somebody who leaves the box meanwhile is not pulled back
    sessionStorage.setItem(pendingKey, JSON.stringify({ id, what, seen }));
    version++;
    text.value = text.value.startsWith(what) ? text.value.slice(what.length).replace(/^\n/, '') : text.value; // at once, so that it is neither sent twice nor mixed with what is typed next; restored if it could not be sent
    since = null;
    if (text.value === '') kept.drop();
    else typed();
    show();
    await saving; // a running save must not end after the send and restore the text
    let doubts = [];
    try {
      const handed = await call('Send', what, id, meant !== null, ...(isAnswer ? [seen] : []));
      sessionStorage.removeItem(pendingKey);
      saved.textContent = '';
      doubts = handed.doubts;
      if (!handed.taken) putBack(what, doubts.length > 0 ? null : seen); // after a question the writer has seen the newer messages
      else if (leadsOn) document.dispatchEvent(new CustomEvent('onestop:answered'));
    } catch {
      saved.textContent = '送信できたか、つながりしだい確かめます';
    } finally {
      sending = false;
      show();
    }
    if (doubts.length > 0 && await ask(dialog, doubts)) submit(what, leadsOn);
  }

  // Ignores Enter that confirms Japanese input: some browsers report it with keyCode 229.
  function pressed(event) {
    if (event.key !== 'Enter' || composing || event.isComposing || event.keyCode === 229) return;
    const alone = root.dataset.send === 'Enter' && !event.shiftKey && !event.altKey; // as each person has set it
    if (!alone && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    if (!event.repeat) submit(null, isAnswer && event.shiftKey);
  }

  // A pasted picture is handled like a chosen file.
  function pasted(event) {
    const file = root.querySelector('input[type="file"]');
    if (!file || event.clipboardData.files.length === 0) return;
    event.preventDefault();
    chosenSince = newest();
    file.files = event.clipboardData.files;
    file.dispatchEvent(new Event('change', { bubbles: true }));
  }

  // Selects the first blank that is not filled in, to be typed over.
  function goToUnfilled() {
    const left = unresolved(text.value);
    text.focus();
    if (left !== null) text.setSelectionRange(left.start, left.end);
  }

  text.addEventListener('input', () => {
    writes = true;
    typed();
  });
  text.addEventListener('keydown', pressed);
  text.addEventListener('paste', pasted);
  text.addEventListener('compositionstart', () => { composing = true; });
  text.addEventListener('compositionend', () => { composing = false; });
  send.addEventListener('click', () => submit());
  root.querySelector('input[type="file"]')?.addEventListener('click', () => { chosenSince = newest(); });
  unfilled?.addEventListener('click', goToUnfilled);
  resume();
  root.dataset.ready = 'yes';
  if (isAnswer && matchMedia('(hover: hover)').matches && !document.documentElement.dataset.browsing && !isBusy()) text.focus({ preventScroll: true });

  // If this script arrives late, somebody who already has the focus elsewhere in this conversation keeps it; the next key would go astray.
  function isBusy() {
    return document.activeElement?.matches(':is(.thread, .card-pane) :is(a, button, summary, input, select, textarea, [tabindex="0"])') && document.activeElement !== text;
  }

  function putBack(words, seen = null) {
    since ??= seen;
    text.value = text.value === '' ? words : words + '\n' + text.value;
    typed();
    focus();
  }

  function focus() {
    turnTo(text);
    text.focus();
  }

  // Nothing typed is ever replaced.
  function suggest(words, onlyIfEmpty) {
    if (!text.value.includes(words) && (!onlyIfEmpty || text.value === '')) {
      text.value = text.value === '' ? words : text.value + '\n' + words;
      writes = true;
      typed();
    }
    focus();
  }

  return {
    putBack,
    suggest,
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
      if (kept.words() !== null) save();
      clearTimeout(timer);
      line.leave();
    },
  };
}

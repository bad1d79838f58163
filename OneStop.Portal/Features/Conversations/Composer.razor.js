// The text belongs to the page, so that no keystroke waits for the server. It is saved there as it is typed; what the server has not
// confirmed is also kept in this tab, so that a lost connection or a restart loses nothing.
const saveAfter = 300;

export function attach(root, desk, draft, longest) {
  const text = root.querySelector('textarea');
  const send = root.querySelector('.send');
  const saved = root.querySelector('.saved');
  const counter = root.querySelector('.counter');
  const key = 'onestop.draft.' + root.dataset.conversation;
  let composing = false;
  let sending = false;
  let timer = 0;
  let version = 0;

  // What was typed before this script arrived comes last; what the server has not confirmed is newer than its draft.
  const unsaved = sessionStorage.getItem(key);
  const early = text.value;
  text.value = (unsaved ?? draft) + early;
  if (unsaved !== null || early !== '') typed();
  show();

  function show() {
    const length = text.value.length; // UTF-16 units, as LINE counts
    counter.textContent = length > longest - 1000 ? `${length.toLocaleString()} / ${longest.toLocaleString()}` : '';
    counter.classList.toggle('over', length > longest);
    send.disabled = sending || text.value.trim() === '' || length > longest;
    text.style.height = 'auto';
    text.style.height = Math.min(text.scrollHeight + 2, innerHeight * 0.4) + 'px';
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(save, saveAfter);
  }

  async function save() {
    clearTimeout(timer);
    const mine = version;
    try {
      await desk.invokeMethodAsync('Save', text.value);
      if (mine === version) {
        sessionStorage.removeItem(key);
        saved.textContent = text.value === '' ? '' : '下書きを保存しました';
      }
    } catch {
      saved.textContent = '下書きはこの画面に残っています';
    }
  }

  function typed() {
    version++;
    sessionStorage.setItem(key, text.value);
    saved.textContent = '';
    show();
    later();
  }

  async function submit() {
    if (send.disabled) return;
    sending = true;
    clearTimeout(timer);
    const what = text.value;
    version++;
    text.value = ''; // at once, so that it is neither sent twice nor mixed with what is typed next; it returns if it could not be sent
    show();
    try {
      if (await desk.invokeMethodAsync('Send', what)) {
        if (text.value === '') sessionStorage.removeItem(key);
        saved.textContent = '';
      } else {
        putBack(what);
      }
    } catch {
      putBack(what);
      saved.textContent = '送信できませんでした。つながってから、もう一度送ってください';
    } finally {
      sending = false;
      show();
      text.focus();
    }
  }

  // Enter that confirms a Japanese conversion is no Enter: keyCode 229 is what some browsers still report for it.
  function pressed(event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !composing && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      submit();
    }
  }

  const started = () => { composing = true; };
  const ended = () => { composing = false; };
  text.addEventListener('input', typed);
  text.addEventListener('keydown', pressed);
  text.addEventListener('compositionstart', started);
  text.addEventListener('compositionend', ended);
  send.addEventListener('click', submit);
  root.dataset.ready = 'yes';
  if (matchMedia('(hover: hover)').matches) text.focus({ preventScroll: true });

  function putBack(words) {
    text.value = text.value === '' ? words : words + '\n' + text.value;
    typed();
    text.focus();
  }

  return {
    putBack,
    detach() {
      if (sessionStorage.getItem(key) !== null) save();
      clearTimeout(timer);
    },
  };
}

// Templates anywhere in a text: "/" opens the list, the text after it filters, and the chosen template replaces both.
// Everything runs in the page, so that no key waits for the server: what is chosen is what was seen.
import { goesOn } from './BlanksForm.razor.js';
import { findable, find, plain } from '../../template-search.js';

const gap = /(?:\{\{|｛｛)[ \u3000]*[?？]?[ \u3000]*([\p{L}\p{N}][^{}｛｝\r\n]*)(?:\}\}|｝｝)?/u; // the same syntax as in TemplateText
const slash = /[/／]([^\s/／]{0,20})$/u;
const joins = /[A-Za-z0-9０-９:.~_%?#=&@+\-]$/; // after these a slash belongs to a date, a fraction, an address
const giveUpAfter = 4; // letters after which a slash without results closes the list

// Returns name and position of the first blank that is not filled in; null if there is none.
export function unresolved(text) {
  const found = gap.exec(text);
  if (found === null) return null;
  const name = found[1].normalize('NFKC').trim();
  return { name: name.length > 20 ? name.slice(0, 20) + '…' : name, start: found.index, end: found.index + found[0].length };
}

export function attach(desk, root, textId) {
  const text = document.getElementById(textId);
  if (!root || !text) return null; // closed before this script arrived
  const button = root.querySelector('.tpl-open');
  const popup = root.querySelector('.tpl-pop');
  const list = root.querySelector('.tpl-list');
  const none = root.querySelector('.tpl-none');
  const preview = root.querySelector('.tpl-preview');
  const status = root.querySelector('[role=status]');
  const listens = new AbortController();
  let templates = null; // read when first needed
  let open = null; // where the query begins, and whether a slash precedes it
  let shown = [];
  let active = 0;
  let left = -1; // a slash closed by Escape does not open the list again
  let mark = null; // the text to be replaced
  let inserting = false;

  const on = (target, name, act, capture = false) => target.addEventListener(name, act, { capture, signal: listens.signal });
  text.setAttribute('aria-autocomplete', 'list');
  text.setAttribute('aria-haspopup', 'listbox');
  text.setAttribute('aria-controls', list.id);
  on(text, 'input', typed);
  on(text.parentElement, 'keydown', pressed, true); // in the capture phase, before the composer, whose Enter would send
  on(text, 'blur', close);
  on(document, 'selectionchange', moved);
  on(popup, 'mousedown', event => event.preventDefault()); // the text keeps the focus
  on(button, 'mousedown', event => event.preventDefault());
  on(button, 'click', toggle);
  root.dataset.ready = 'yes';

  function slashBeforeCaret() {
    if (text.selectionStart !== text.selectionEnd) return null;
    const before = text.value.slice(0, text.selectionStart);
    const found = slash.exec(before);
    if (found === null) return null;
    const word = before.slice(0, found.index).match(/\S*$/)[0];
    return joins.test(word) || /:\/\/|www\./i.test(word) ? null : { start: found.index, length: 1 };
  }

  function typed(event) {
    if (inserting) return;
    const found = slashBeforeCaret();
    if (found?.start !== left) left = -1;
    if (open?.length === 0) refresh();
    else if (found === null) close();
    else if (open !== null) follow(found);
    else if (found.start !== left && /^insert(Composition)?Text$/.test(event.inputType ?? '')) show(found);
  }

  function moved() {
    if (open === null || document.activeElement !== text || inserting) return;
    if (open.length === 0) refresh();
    else follow(slashBeforeCaret());
  }

  function follow(found) {
    if (found?.start === open.start) refresh();
    else close();
  }

  function toggle() {
    if (open !== null) return close();
    text.focus();
    show({ start: text.selectionStart, length: 0 });
  }

  async function show(where) {
    open = where;
    popup.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    refresh();
    if (templates !== null) return;
    try {
      templates = (await desk.invokeMethodAsync('List')).map(findable);
    } catch {
      none.textContent = 'いまは読み込めません。つながりしだい使えます。';
      return;
    }
    if (open !== null) refresh();
  }

  function close() {
    if (open === null) return;
    open = null;
    popup.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    text.removeAttribute('aria-activedescendant');
    status.textContent = '';
  }

  function refresh() {
    const query = plain(text.value.slice(open.start + open.length, text.selectionStart));
    if (text.selectionStart < open.start + open.length || /\s/.test(query)) return close();
    if (templates === null) return say('読み込んでいます…', []);
    const found = find(templates, query);
    if (found.length === 0 && query.length >= giveUpAfter && open.length > 0) close();
    else if (found.length > 0) say('', found);
    else say(templates.length === 0 ? 'まだ定型文がありません。下の「定型文を整える」で作れます。' : `「${query}」に合う定型文はありません。`, []);
  }

  function say(nothing, found) {
    const same = found.length === shown.length && found.every((t, i) => t === shown[i]) && list.childElementCount === found.length;
    shown = found;
    none.hidden = nothing === '';
    none.textContent = nothing;
    list.hidden = found.length === 0;
    preview.hidden = found.length === 0;
    status.textContent = nothing === '' ? `${found.length}件の定型文` : nothing;
    if (!same) {
      list.replaceChildren(...found.map(option));
      list.scrollTop = 0;
      active = 0;
    }
    if (found.length > 0) activate(active);
    else text.removeAttribute('aria-activedescendant');
  }

  function option(template, at) {
    const row = element('div', 'tpl-option', element('span', 'tpl-title', template.title), element('span', 'tpl-folder', template.isShared ? template.folderName : `自分・${template.folderName}`));
    row.id = `tpl-option-${at}`;
    row.role = 'option';
    row.addEventListener('mousemove', () => { if (active !== at) activate(at); });
    row.addEventListener('click', () => choose(template));
    return row;
  }

  function activate(at) {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = at;
    const row = list.children[at];
    row.setAttribute('aria-selected', 'true');
    row.scrollIntoView({ block: 'nearest' });
    text.setAttribute('aria-activedescendant', row.id);
    preview.replaceChildren(...withMarks(shown[at].preview));
  }

  function withMarks(words) {
    const parts = words.split(/((?:\{\{|｛｛)[^{}｛｝\r\n]+(?:\}\}|｝｝))/u);
    return parts.map((part, i) => i % 2 === 0 ? document.createTextNode(part) : element('mark', /[?？]/.test(part) ? 'asks' : '', part.replace(/[{}｛｝?？]/gu, '').trim()));
  }

  function element(name, kind, ...contents) {
    const made = document.createElement(name);
    made.className = kind;
    made.append(...contents);
    return made;
  }

  // Enter that confirms Japanese input chooses nothing: some browsers report it with keyCode 229.
  function pressed(event) {
    if (open === null || event.target !== text || event.isComposing || event.keyCode === 229) return;
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.key === 'Escape') {
      left = open.length > 0 ? open.start : -1;
      close();
    } else if (event.key === 'Enter' || (event.key === 'Tab' && bare && shown.length > 0)) {
      if (shown.length === 0 && templates !== null) close();
      else if (shown.length > 0 && bare) choose(shown[active]);
    } else if (bare && shown.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      activate((active + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  async function choose(template) {
    mark = { start: open.start, words: text.value.slice(open.start, text.selectionStart) };
    left = open.length > 0 ? open.start : -1;
    close();
    template.myUses++;
    template.uses++;
    try {
      const words = await desk.invokeMethodAsync('Choose', template.id);
      if (words !== null) insert(words);
    } catch {
      status.textContent = 'いまは入れられません。つながりしだい使えます。';
    }
  }

  // Inserts as if typed: the browser can undo it, and input listeners are called.
  function insert(words) {
    if (listens.signal.aborted || !text.isConnected) return; // another conversation was opened, whose answer must not get this text
    back();
    let start = mark?.start ?? text.selectionStart;
    let end = start + (mark?.words.length ?? 0);
    if (text.value.slice(start, end) !== mark?.words) start = end = text.selectionStart;
    mark = null;
    left = -1;
    text.setSelectionRange(start, end);
    const longer = text.value.length - (end - start) + words.length;
    inserting = true;
    if (document.activeElement !== text || (text.maxLength >= 0 && longer > text.maxLength) || !document.execCommand('insertText', false, words)) {
      text.setRangeText(words, start, end, 'end');
      text.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
    }
    inserting = false;
    const blank = unresolved(words);
    if (blank !== null) text.setSelectionRange(start + blank.start, start + blank.end);
  }

  // The form may still be open when this is called, and would keep the focus.
  function back() {
    root.querySelector('dialog')?.close();
    text.focus();
  }

  return {
    insert,
    ask() {
      const form = root.querySelector('dialog');
      form.addEventListener('cancel', event => {
        event.preventDefault();
        desk.invokeMethodAsync('GiveUp');
      });
      goesOn(form);
      form.showModal();
    },
    giveUp() {
      back();
      if (mark !== null) text.setSelectionRange(mark.start + mark.words.length, mark.start + mark.words.length);
    },
    forget() { templates = null; },
    detach() { listens.abort(); },
  };
}

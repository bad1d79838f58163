// The buttons put their words where the caret is, at once and as if they were typed: the browser can take them back, and the preview
// hears of them. The name of what is asked for is selected, to be typed over.
export function attach(editor) {
  editor?.addEventListener('click', event => {
    const words = event.target.closest('[data-insert]')?.dataset.insert;
    if (words) insert(editor.querySelector('textarea'), words);
  });
}

function insert(area, words) {
  area.focus();
  const start = area.selectionStart;
  if (!document.execCommand('insertText', false, words)) {
    area.setRangeText(words, start, area.selectionEnd, 'end');
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  if (words.startsWith('{{?')) area.setSelectionRange(start + 3, start + words.length - 2);
}

// The buttons insert their text at the caret as if it were typed, so that the browser can undo it and the preview is updated. The name
// of a blank is selected, to be typed over.
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

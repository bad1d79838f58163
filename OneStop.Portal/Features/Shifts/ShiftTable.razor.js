// Moves through the grid as through a sheet: Enter saves and goes to the same day of the next person, Shift+Enter of the one before, Escape leaves the cell as it stands in the office's book.
export function attach(_, root) {
  if (!root) return null; // closed before this script arrived
  const pressed = (event) => {
    const box = event.target;
    if (!box.matches('.shift-box') || event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') {
      box.value = box.dataset.stands;
      box.dispatchEvent(new Event('change', { bubbles: true })); // a fault that stood here goes with the text that had it
    } else if (event.key === 'Enter') {
      event.preventDefault();
      move(box, event.shiftKey ? -1 : 1);
    }
  };
  root.addEventListener('keydown', pressed);
  root.dataset.ready = 'yes';
  return { detach: () => root.removeEventListener('keydown', pressed) };
}

function move(box, by) {
  const cell = box.closest('td');
  const column = [...cell.parentElement.cells].indexOf(cell);
  const rows = [...cell.closest('tbody').rows];
  const next = rows[rows.indexOf(cell.parentElement) + by]?.cells[column]?.querySelector('.shift-box');
  if (next) {
    next.focus();
    next.select();
  } else {
    box.blur(); // saves
  }
}

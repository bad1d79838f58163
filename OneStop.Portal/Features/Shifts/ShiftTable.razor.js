// Moves through the table like a spreadsheet: Enter saves and moves to the same day of the next person, Shift+Enter of the previous one,
// Escape restores the saved times.
export function attach(_, root) {
  if (!root) return null; // closed before this script arrived
  const pressed = (event) => {
    const box = event.target;
    if (!box.matches('.shift-box') || event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') {
      box.value = box.dataset.stands;
      box.dispatchEvent(new Event('change', { bubbles: true })); // the error is removed with its text
    } else if (event.key === 'Enter') {
      event.preventDefault();
      move(box, event.shiftKey ? -1 : 1);
    }
  };
  root.addEventListener('keydown', pressed);
  showToday(root);
  root.dataset.ready = 'yes';
  return { detach: () => root.removeEventListener('keydown', pressed) };
}

// If the week is wider than the window, scrolls to today, for which the table is mostly used.
function showToday(root) {
  const today = root.querySelector('thead .today');
  const names = root.querySelector('thead th');
  if (!today?.checkVisibility() || root.scrollWidth <= root.clientWidth) return;
  root.scrollLeft = today.offsetLeft - names.offsetWidth - Math.max(0, (root.clientWidth - names.offsetWidth - today.offsetWidth) / 2);
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

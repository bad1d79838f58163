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
  showToday(root);
  root.dataset.ready = 'yes';
  return { detach: () => root.removeEventListener('keydown', pressed) };
}

// Where the week is wider than the window, it opens on today: that column is what the table is looked at for.
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

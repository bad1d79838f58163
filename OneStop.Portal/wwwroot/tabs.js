// Tabs that switch in the page (data-turns on their list): a key that opens the other panel focuses its box at once, so that the next
// typed word does not wait for the server. The server renders only their first state.
document.addEventListener('click', event => {
  const tab = event.target.closest?.('[data-turns] [role="tab"]');
  if (tab) turn(tab);
}, true); // in the capture phase, before handlers that focus the box

document.addEventListener('keydown', event => {
  const tab = event.target.closest?.('[data-turns] [role="tab"]');
  if (!tab || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
  event.preventDefault();
  const all = [...tab.parentElement.querySelectorAll('[role="tab"]')];
  all[(all.indexOf(tab) + (event.key === 'ArrowRight' ? 1 : all.length - 1)) % all.length].click();
});

function turn(to) {
  for (const tab of to.parentElement.querySelectorAll('[role="tab"]')) {
    tab.setAttribute('aria-selected', tab === to);
    tab.tabIndex = tab === to ? 0 : -1;
    document.getElementById(tab.getAttribute('aria-controls')).hidden = tab !== to;
  }
}

// Shows the panel of an element if it is hidden.
export function turnTo(element) {
  const panel = element.closest('[role="tabpanel"][hidden]');
  if (panel) turn(document.getElementById(panel.getAttribute('aria-labelledby')));
}

// Tabs that turn in the page (data-turns on their list): a key that leads to the other panel leads into its box at once, and no word that
// is typed next waits for the server. Nothing of theirs is drawn by the server but how they stand at first.
document.addEventListener('click', event => {
  const tab = event.target.closest?.('[data-turns] [role="tab"]');
  if (tab) turn(tab);
}, true); // before whatever leads into the box

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

// To the panel that something stands in, if it is not the one that is shown.
export function turnTo(element) {
  const panel = element.closest('[role="tabpanel"][hidden]');
  if (panel) turn(document.getElementById(panel.getAttribute('aria-labelledby')));
}

// Shows what is odd in a text, and whether it is meant all the same. Escape and going back are no.
export function ask(dialog, doubts) {
  return new Promise(resolve => {
    dialog.querySelector('.doubts').replaceChildren(...doubts.map(doubt => Object.assign(document.createElement('li'), { textContent: doubt })));
    dialog.returnValue = '';
    dialog.onclose = () => resolve(dialog.returnValue === 'yes');
    dialog.onclick = event => {
      const answer = event.target.closest('[data-ask]')?.dataset.ask;
      if (answer) dialog.close(answer);
    };
    dialog.showModal();
  });
}

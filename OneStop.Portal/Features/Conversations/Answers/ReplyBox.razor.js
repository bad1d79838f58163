// Shows doubts about a text, and asks whether to send it nevertheless. Escape and going back mean no.
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

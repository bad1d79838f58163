// Enter goes on to the next blank of a form, and only the last one hands it in. One that confirms a Japanese conversion does neither:
// keyCode 229 is what some browsers still report for it.
export function goesOn(form) {
  form.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !event.target.matches('input')) return;
    const composes = event.isComposing || event.keyCode === 229;
    const blanks = [...form.querySelectorAll('input')];
    const next = blanks[blanks.indexOf(event.target) + 1];
    if (!next && !composes) return;
    event.preventDefault();
    if (!composes) next.focus();
  });
}

// Enter moves to the next blank of a form; only in the last one it submits. Enter that confirms Japanese input does neither: some
// browsers report it with keyCode 229.
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

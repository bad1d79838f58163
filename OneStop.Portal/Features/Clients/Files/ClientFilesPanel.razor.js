// Files dropped anywhere on the panel go to its file input, as if they had been dropped there. A file dropped beside it does nothing: otherwise the
// browser would leave the page and open it.
export function attach(component, panel) {
  const drop = () => panel.querySelector('.cf-drop');
  const hasFiles = event => event.dataTransfer?.types.includes('Files') ?? false;
  const isInput = event => event.target instanceof HTMLInputElement && event.target.type === 'file';
  const mark = isOver => drop()?.toggleAttribute('data-over', isOver);

  const over = event => {
    if (!hasFiles(event)) return;
    mark(panel.contains(event.target));
    if (!isInput(event)) event.preventDefault();
  };
  const leave = event => { if (!event.relatedTarget) mark(false); };
  const dropped = event => {
    if (!hasFiles(event)) return;
    mark(false);
    if (isInput(event)) return;
    event.preventDefault();
    const input = drop()?.querySelector('input[type=file]');
    if (!panel.contains(event.target) || !input || input.disabled) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };

  // The browser's viewer of PDF files takes the focus when it has loaded, and Escape would not reach the dialog. Whoever goes into it later stays there.
  const left = () => setTimeout(() => {
    const frame = document.activeElement;
    if (!frame?.matches('.cf-view iframe') || 'gave' in frame.dataset) return;
    frame.dataset.gave = '';
    [...frame.closest('[role=dialog]')?.querySelectorAll('button') ?? []].at(-1)?.focus();
  });

  window.addEventListener('blur', left);
  window.addEventListener('dragover', over);
  window.addEventListener('dragleave', leave);
  window.addEventListener('drop', dropped);
  return {
    detach() {
      window.removeEventListener('blur', left);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', dropped);
    },
  };
}

// The newest message in view, as in any talk; but whoever reads further up is left in peace.
export function toEnd(pane, always) {
  const messages = pane?.querySelector('.messages');
  if (!messages) return;
  const added = messages.lastElementChild?.offsetHeight ?? 0;
  const distance = messages.scrollHeight - messages.scrollTop - messages.clientHeight;
  if (always || distance < added + 160) messages.scrollTop = messages.scrollHeight;
}

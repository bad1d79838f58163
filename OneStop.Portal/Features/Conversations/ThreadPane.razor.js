// The newest message in view, as in any talk.
export function toEnd(pane) {
  const messages = pane?.querySelector('.messages');
  if (messages) messages.scrollTop = messages.scrollHeight;
}

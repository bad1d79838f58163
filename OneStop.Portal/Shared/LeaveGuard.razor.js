export function attach(_, dialog) {
  return dialog && { open: () => dialog.open || dialog.showModal() };
}

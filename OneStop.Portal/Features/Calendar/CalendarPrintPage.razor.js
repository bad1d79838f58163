// Opens the browser's dialog for printing, once the list is on the page.
export function attach() {
  return { print: () => setTimeout(() => window.print()), detach() {} };
}

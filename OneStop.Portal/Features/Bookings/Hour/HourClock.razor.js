// Counts the time of a talk, second by second, by the server's clock as it was when the counting began.
const soon = 10 * 60_000;

const two = number => String(number).padStart(2, '0');

export function attach(screen, root) {
  const time = root.querySelector('[role=timer]');
  const sign = root.querySelector('[role=status]');
  let timer = 0;
  let stage = '';

  return {
    count(now, began, ends) {
      const ahead = now - Date.now();
      const show = () => {
        const at = Date.now() + ahead;
        const seconds = Math.max(0, Math.floor((at - began) / 1000));
        time.textContent = `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
        const next = at >= ends ? 'over' : at >= ends - soon ? 'soon' : '';
        if (next === stage) return; // said once
        stage = next;
        root.classList.toggle('soon', stage === 'soon');
        root.classList.toggle('over', stage === 'over');
        sign.textContent = root.dataset[stage] ?? '';
      };
      clearInterval(timer);
      timer = setInterval(show, 1000);
      show();
    },
    detach() {
      clearInterval(timer);
    },
  };
}

// The number on the favicon, the desktop notification, and the sound that repeats until somebody takes the waiting conversation.
const again = 15_000;
const grace = 600; // milliseconds: meanwhile a colleague may take the conversation, or a window that shows it may report it
const plain = 'favicon.svg';

let shown = 0;
function badge(count) {
  if (count === shown) return; // browsers redraw the icon at each assignment
  shown = count;
  const link = document.querySelector('link[rel=icon]');
  const mark = count > 9 ? '9+' : String(count);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0F6B6B"/><circle cx="20" cy="19" r="13" fill="#9A4A08" stroke="#fff" stroke-width="2"/><text x="20" y="25.5" text-anchor="middle" font-family="sans-serif" font-weight="700" font-size="${count > 9 ? 15 : 18}" fill="#fff">${mark}</text></svg>`;
  link.href = count === 0 ? plain : 'data:image/svg+xml,' + encodeURIComponent(svg);
}

export function permission() {
  return 'Notification' in window && isSecureContext ? Notification.permission : 'unsupported';
}

export async function ask() {
  return await Notification.requestPermission();
}

// Browsers allow sound only after an interaction with the page. Between two sounds the context is suspended: it would compute silence.
let audio = null;
let sleep = 0;
function wake() {
  audio ??= new AudioContext();
  if (audio.state === 'suspended') audio.resume().catch(() => {}); // if sound stays blocked, isAwake returns false
  clearTimeout(sleep);
  sleep = setTimeout(() => audio.suspend().catch(() => {}), 2000);
}
document.addEventListener('pointerdown', wake, { capture: true, once: true });
document.addEventListener('keydown', wake, { capture: true, once: true });

async function isAwake() {
  wake();
  for (let i = 0; i < 10 && audio.state !== 'running'; i++) await new Promise(resolve => setTimeout(resolve, 50));
  return audio.state === 'running';
}

// Two tones, faded in and out.
function chime(volume) {
  [[659, 0], [880, 0.24]].forEach(([pitch, after]) => {
    const at = audio.currentTime + after;
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.0001, at);
    loudness.gain.exponentialRampToValueAtTime(volume / 250, at + 0.03);
    loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.6);
    tone.connect(loudness).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.6);
  });
}

export async function tryOut(volume) {
  const awake = await isAwake();
  if (awake) chime(volume);
  return awake;
}

// Only one of a person's windows in this browser rings: the holder of the lock; the next window gets it when that one closes.
export function attach(screen, who) {
  let now = { waiting: [], open: null, rings: false, notifies: false, volume: 50 };
  let known = null;
  let leads = false;
  let timer = 0;
  let told = null;
  const left = new AbortController();
  const tell = (...what) => screen.invokeMethodAsync(...what).catch(() => {}); // without a connection, the next change tells again

  async function ring() {
    const awake = await isAwake();
    if (timer === 0) return; // taken or muted meanwhile
    if (awake) chime(now.volume);
    if (told !== awake) tell('Heard', told = awake);
  }

  function notify() {
    if (document.hasFocus() || permission() !== 'granted') return; // a focused window shows it itself
    const shown = new Notification('新しいメッセージがあります', { body: 'ワンストップ就業支援', icon: plain, tag: 'onestop.waits', renotify: true, silent: true });
    shown.onclick = () => { window.focus(); shown.close(); };
  }

  function speak(newcomers) {
    const mustRing = now.rings && now.waiting.length > 0;
    if (!mustRing) {
      clearInterval(timer);
      timer = 0;
    } else if (timer === 0 || newcomers.length > 0) {
      clearInterval(timer);
      timer = setInterval(ring, again);
      setTimeout(ring, grace);
    }
    if (now.notifies && newcomers.length > 0) setTimeout(() => { if (newcomers.some(one => now.waiting.includes(one))) notify(); }, grace);
  }

  // A conversation that is open in a focused window need not ring for this person, in any of their windows.
  function see() {
    if (now.waiting.includes(now.open) && document.hasFocus()) tell('Seen', now.open);
  }

  function lead() {
    leads = true;
    speak([]);
    return new Promise(resolve => left.signal.addEventListener('abort', resolve));
  }

  window.addEventListener('focus', see, { signal: left.signal });
  if (navigator.locks) navigator.locks.request('onestop.bell.' + who, { signal: left.signal }, lead).catch(() => {}); // left before it got the lock
  else lead();

  return {
    set(next) {
      now = next;
      const newcomers = known === null ? [] : next.waiting.filter(one => !known.has(one));
      known = new Set(next.waiting);
      see();
      if (leads) speak(newcomers);
    },
    badge,
    detach() {
      clearInterval(timer);
      timer = 0;
      left.abort();
    },
  };
}

// A telephone for virtual people: it shows what LINE would show, and sends what a tap would send.
const base = '/simulator/people';
const $ = id => document.getElementById(id);
let current = null;
let stream = null;
let quoted = null;
let shownMenu = null;

async function call(path, body, type = 'application/json') {
  const response = await fetch(base + path, body === undefined ? {} : {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: type === 'application/json' ? JSON.stringify(body) : body,
  });
  if (!response.ok) throw new Error('HTTP ' + response.status);
  return response.headers.get('content-type')?.includes('json') ? response.json() : null;
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== null) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

async function showPeople() {
  const people = await call('');
  $('people').replaceChildren(...people.map(person => element('li', {}, element('button', {
    type: 'button',
    'aria-current': person.userId === current ? 'true' : null,
    onclick: () => choose(person.userId),
  }, person.name + (person.hasBlocked ? '（ブロック中）' : person.isFriend ? '' : '（まだ友だちではありません）')))));
}

async function choose(userId) {
  current = userId;
  stream?.close();
  stream = new EventSource(`${base}/${userId}/stream`);
  stream.onmessage = showTalk;
  document.querySelector('.phone').hidden = false;
  location.hash = userId;
  shownMenu = null; // opening a conversation folds or unfolds the menu as the menu's `selected` says
  await Promise.all([showPeople(), showTalk()]);
}

let asked = 0;

async function showTalk() {
  const mine = ++asked;
  await showMenu();
  const person = await call(`/${current}/talk`);
  if (mine !== asked) return; // an answer that comes late does not cover a newer one
  $('who').textContent = person.name;
  $('follow').textContent = person.hasBlocked ? 'ブロックを解除' : '友だち追加';
  $('follow').disabled = person.isFriend && !person.hasBlocked;
  $('block').disabled = !person.isFriend || person.hasBlocked;
  const quotedOf = token => person.bubbles.find(b => 'q' + b.id === token);
  $('talk').replaceChildren(...person.bubbles.map(b => bubble(b, quotedOf(b.message.quoteToken))), ...(new Date(person.loadingUntil ?? 0) > new Date() ? [element('p', { class: 'typing', role: 'status' }, '入力中…')] : []));
  $('talk').scrollTop = $('talk').scrollHeight;
  const last = person.bubbles.at(-1);
  $('quick').replaceChildren(...(last && !last.isMine ? last.message.quickReply?.items ?? [] : []).map(item => button(item.action)));
}

// The rich menu: its areas are buttons over the picture, and the bar folds it, as in LINE.
async function showMenu() {
  const response = await fetch('/simulator/menu');
  const menu = response.status === 200 ? await response.json() : null;
  if (menu?.id === shownMenu?.id) return;
  shownMenu = menu;
  $('menu').hidden = menu === null;
  if (menu === null) return;
  const { size, areas, chatBarText, selected } = menu.body;
  $('fold').textContent = chatBarText;
  $('menu-picture').src = `/simulator/menu/${menu.id}/picture`;
  $('menu-picture').width = size.width;
  $('menu-picture').height = size.height;
  $('areas').replaceChildren($('menu-picture'), ...areas.map(({ bounds, action }) => {
    const area = element('button', { type: 'button', class: 'area', 'aria-label': action.label ?? action.displayText, onclick: () => pressArea(action) });
    area.style.left = 100 * bounds.x / size.width + '%';
    area.style.top = 100 * bounds.y / size.height + '%';
    area.style.width = 100 * bounds.width / size.width + '%';
    area.style.height = 100 * bounds.height / size.height + '%';
    return area;
  }));
  fold(selected);
}

function fold(isOpen) {
  $('areas').hidden = !isOpen;
  $('fold').setAttribute('aria-expanded', isOpen);
  $('talk').scrollTop = $('talk').scrollHeight;
}

async function pressArea(action) {
  await call(`/${current}/press`, { data: action.data, displayText: action.displayText ?? null });
  if (action.inputOption) fold(action.inputOption === 'openRichMenu');
  if (action.inputOption === 'openKeyboard') $('words').focus();
}

function bubble(said, answers) {
  const time = new Date(said.at).toLocaleTimeString('ja-JP', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Tokyo' });
  const row = element('div', { class: 'row ' + (said.isMine ? 'mine' : 'theirs'), role: 'article', 'aria-label': `${said.isMine ? '自分' : '公式アカウント'} ${time}`, 'data-id': said.id }, said.isUnsent ? element('p', { class: 'gone' }, 'メッセージの送信を取り消しました') : body(said));
  if (answers && !said.isMine) row.prepend(element('p', { class: 'answers' }, '引用: ' + (answers.message.text ?? answers.message.type)));
  const foot = element('div', { class: 'foot' }, time + (said.isSilent ? '・通知音なし' : ''));
  if (!said.isUnsent) foot.append(' ', element('button', { type: 'button', class: 'small', onclick: () => quote(said) }, '引用'));
  if (said.isMine && !said.isUnsent) foot.append(' ', element('button', { type: 'button', class: 'small', onclick: () => call(`/${current}/unsend/${said.id}`, {}) }, '送信取消'));
  row.append(foot);
  return row;
}

function body({ id, isMine, message }) {
  switch (message.type) {
    case 'text': return element('p', { class: 'text' }, message.text);
    case 'image': return element('img', { src: isMine ? `/simulator/content/${id}` : local(message.previewImageUrl), alt: '画像', class: 'picture' });
    case 'video': return element('video', { src: `/simulator/content/${id}`, controls: '', class: 'picture' });
    case 'audio': return element('audio', { src: `/simulator/content/${id}`, controls: '' });
    case 'file': return element('p', { class: 'text' }, 'ファイル: ' + message.fileName);
    case 'sticker': return element('p', { class: 'sticker' }, '（スタンプ）' + (message.keywords ?? []).join('、'));
    case 'location': return element('p', { class: 'text' }, `📍 ${message.title ?? ''}\n${message.address ?? ''}`);
    case 'flex': return component(message.contents);
    default: return element('p', { class: 'text' }, `［${message.type}］`);
  }
}

// The service sends absolute public addresses; the simulator's telephone is on the same host.
const local = url => new URL(url).pathname;

function component(part) {
  switch (part.type) {
    case 'carousel': return element('div', { class: 'cards', role: 'list', 'aria-label': 'カード', tabindex: '0' }, ...part.contents.map(card => Object.assign(component(card), { role: 'listitem' })));
    case 'bubble': return element('div', { class: 'card' }, ...['header', 'body', 'footer'].filter(p => part[p]).map(p => component(part[p])));
    case 'box': return element('div', { class: 'box ' + part.layout }, ...part.contents.map(component));
    case 'text': return element('p', { class: `flex-text ${part.size ?? ''} ${part.weight ?? ''}` }, part.text);
    case 'button': return button(part.action, part.style);
    default: return element('hr');
  }
}

function button(action, style = '') {
  const tap = {
    postback: () => pressArea(action),
    message: () => say({ type: 'text', text: action.text }),
    uri: () => open(action.uri.startsWith('http') ? local(action.uri) : action.uri, '_blank'),
    datetimepicker: () => pick(action),
  }[action.type];
  return element('button', { type: 'button', class: 'action ' + style, onclick: tap }, action.label);
}

// LINE sends date and time without a time zone: 2027-04-01T10:00.
function pick(action) {
  const input = element('input', { type: action.mode === 'datetime' ? 'datetime-local' : action.mode, min: action.min, max: action.max, value: action.initial });
  input.addEventListener('change', () => call(`/${current}/press`, { data: action.data, displayText: null, params: { [action.mode]: input.value } }));
  $('quick').replaceChildren(input);
  input.focus();
}

async function say(message) {
  await call(`/${current}/say`, quoted ? { ...message, quotedMessageId: quoted } : message);
  quote(null);
}

function quote(said) {
  quoted = said?.id ?? null;
  $('quoting').hidden = quoted === null;
  $('quoting').textContent = quoted === null ? '' : '引用: ' + (said.message.text ?? said.message.altText ?? said.message.type);
}

async function orders(method, body) {
  await fetch('/simulator/orders', { method, headers: { 'Content-Type': 'application/json' }, body: body && JSON.stringify(body) });
  const waiting = await (await fetch('/simulator/orders')).json();
  $('orders').replaceChildren(...waiting.map(order => element('li', {}, `${order.call}: ${order.trouble} × ${order.times}`)));
}

$('trouble').addEventListener('submit', event => {
  event.preventDefault();
  orders('POST', { call: $('call').value, trouble: $('what').value, times: Number($('times').value) });
});
$('well').addEventListener('click', () => orders('DELETE'));

$('new-person').addEventListener('submit', async event => {
  event.preventDefault();
  const { userId } = await call('', { name: $('new-name').value });
  $('new-name').value = '';
  await choose(userId);
});
$('follow').addEventListener('click', () => call(`/${current}/follow`, {}).then(showPeople));
$('block').addEventListener('click', () => call(`/${current}/block`, {}).then(showPeople));
$('sticker').addEventListener('click', () => say({ type: 'sticker', packageId: '11537', stickerId: '52002734', stickerResourceType: 'STATIC', keywords: ['ありがとう', 'にっこり'] }));
$('place').addEventListener('click', () => say({ type: 'location', title: '見本町公園', address: '福岡市見本区見本町1-2-3', latitude: 33.59, longitude: 130.4 }));
$('file').addEventListener('change', async event => {
  const file = event.target.files[0];
  if (file) await call(`/${current}/upload?name=${encodeURIComponent(file.name)}`, file, file.type || 'application/octet-stream');
  event.target.value = '';
});
$('fold').addEventListener('click', () => fold($('areas').hidden));
$('say').addEventListener('submit', async event => {
  event.preventDefault();
  const text = $('words').value;
  if (text.trim() === '') return;
  $('words').value = '';
  await say({ type: 'text', text });
});
$('words').addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) $('say').requestSubmit();
});

await showPeople();
if (location.hash.length > 1) await choose(location.hash.slice(1));

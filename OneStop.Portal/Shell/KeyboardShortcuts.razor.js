// One listener for all single keys. An element names the key that clicks it (data-key="e"); a text box is focused instead. No key acts
// in a text box, while an IME composes, with Ctrl, Alt or Meta, while a dialog is open, or while something requested is on its way
// (arrivals.js).
import { bring, hold, isOnTheWay, isTyping, serve } from '../arrivals.js';
import { newestWayBack } from '../ways-back.js';

const palette = () => document.getElementById('command-palette');
const places = { Inbox: '.inbox', Lists: '[data-step]', Bookings: '.bookings [data-step]', Calendar: '.cal-scroll' };
let screen = null;
let on = false;
let acts = [];
let led = [];
let following = null; // set while an answer is being sent that leads to the next conversation: the path, and the conversations below it

export function attach(dotnet, isOn, who) {
  screen = dotnet;
  forgetOthers(who);
  use(isOn);
  serve({ act: perform, heard: () => dotnet.invokeMethodAsync('Heard') });
  document.addEventListener('keydown', pressed);
  document.addEventListener('click', clicked);
  document.addEventListener('pointerdown', touched, true);
  document.addEventListener('onestop:answering', note);
  document.addEventListener('onestop:answered', goOn);
  return { use, showSheet, showOption, closePalette: () => palette().close(), reopenPalette: () => palette().showModal(), run, signOut, detach };
}

// Deletes what another person has left in this tab (text that is not in their drafts on the server).
function forgetOthers(who) {
  if (sessionStorage.getItem('onestop.sitter') === who) return;
  for (const key of Object.keys(sessionStorage)) if (!key.includes(who)) sessionStorage.removeItem(key);
  sessionStorage.setItem('onestop.sitter', who);
}

function detach() {
  screen = null;
  serve(null);
  document.removeEventListener('keydown', pressed);
  document.removeEventListener('click', clicked);
  document.removeEventListener('pointerdown', touched, true);
  document.removeEventListener('onestop:answering', note);
  document.removeEventListener('onestop:answered', goOn);
}

function use(isOn) {
  on = isOn;
  document.documentElement.dataset.shortcuts = on ? 'yes' : 'no';
}

function pressed(event) {
  if (event.isComposing || event.keyCode === 229) return; // handled by an IME
  if (!/^[jk]$/i.test(event.key) && !isOnTheWay()) touched();
  if (palette()?.open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) event.preventDefault(); // moves in the list and not the cursor
  if (!on || event.defaultPrevented || event.repeat) return;
  if (isPaletteKey(event)) {
    event.preventDefault();
    if (palette().open) palette().close();
    else if (!isCovered()) showPalette();
    return;
  }
  if (event.key === 'Escape' && event.target.matches?.('[data-key], [data-leaves]') && isTyping(event.target)) event.target.blur(); // leaves the box
  if (event.ctrlKey || event.metaKey || event.altKey || isCovered() || isTyping(event.target)) return;
  if ((isOnTheWay() && hold(event.key, event.shiftKey)) || perform(event.key, event.shiftKey)) event.preventDefault();
}

function perform(key, shift) {
  if (isCovered()) return false;
  if (key !== '?') return !shift && act(key.toLowerCase());
  showSheet();
  return true;
}

// By a dialog of the browser or of the library.
const isCovered = () => document.querySelector('dialog[open], .mud-dialog') !== null;

function isPaletteKey(event) {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
}

function clicked(event) {
  const opens = event.target.closest?.('[data-opens]');
  if (opens?.dataset.opens === 'shortcut-sheet') showSheet();
  if (event.target.matches?.('dialog.palette')) event.target.close(); // a click beside the dialog has the dialog itself as target
}

// Moving through conversations with J and K does not focus each answer box.
function touched() {
  led = [];
  delete document.documentElement.dataset.browsing;
}

function act(key) {
  if (key === 'enter') return enter(document.activeElement);
  if (key === 'j' || key === 'k') return move(key === 'j' ? 1 : -1);
  const element = find(key);
  if (!element) return false;
  press(element);
  return true;
}

// Enter on a focused row opens its first link.
function enter(row) {
  const link = row?.matches('[data-step]') && row.querySelector('a[href]');
  link?.click?.();
  return !!link;
}

function find(key, evenDisabled = false) {
  if (key === 'z') return newestWayBack();
  if (key === 'j' || key === 'k') return document.querySelector('.list-pane .rows a[href]');
  const all = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)];
  return all.find(e => isMeant(e) && (evenDisabled || isEnabled(e))) ?? all.find(e => !e.checkVisibility() && openerOf(e)?.checkVisibility());
}

// The element that unfolds the pane in which another element is.
const openerOf = element => element.dataset.behind && document.getElementById(element.dataset.behind);

// Each row of a list has the same keys; they act on the row that has the focus in the browser, not on the one that the server believes to have it.
const isMeant = element => element.checkVisibility() && (element.closest('[data-step]')?.contains(document.activeElement) ?? true);

const isEnabled = element => !element.disabled && element.getAttribute('aria-disabled') !== 'true';

function press(element) {
  if (!element.checkVisibility() && openerOf(element)) {
    openerOf(element).click();
    bring(element.id);
    return;
  }
  if (element.matches('[type=checkbox]') || !element.matches('input, textarea, select, [data-key-focus]')) return element.click();
  element.focus();
  if (element.matches('select[data-acts]') && navigator.userActivation?.isActive) element.showPicker?.(); // then the arrow keys and Enter choose
}

// The options of a list as commands of their own, so that a tag is added by a few letters; also while the list is folded away.
function offers(list) {
  return [...list.options].filter(option => option.value !== '').map(option => ({ press: () => choose(list, option.value), name: `${nameOf(list)}: ${option.text}`, key: null, reading: null }));
}

function choose(list, value) {
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

// Keys can be faster than the server, which changes the address. Until it has caught up, the next key starts from where the last one led.
function whereKeysLed() {
  if (!led.includes(location.pathname) || led.at(-1) === location.pathname) led = [];
  return led.at(-1) ?? location.pathname;
}

function move(by) {
  const rows = [...document.querySelectorAll('.list-pane .rows a[href]')];
  if (rows.length === 0) return step(by);
  const current = rows.findIndex(row => row.pathname === whereKeysLed());
  const next = rows[current < 0 ? (by > 0 ? 0 : rows.length - 1) : current + by];
  if (next) go(next); // undefined at the end of the list
  return true;
}

function go(next) {
  document.documentElement.dataset.browsing = 'yes';
  led.push(location.pathname, next.pathname);
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
  next.click();
}

// The conversations below are noted when the key is pressed: when the server has the answer, the row itself may be gone.
function note() {
  const rows = [...document.querySelectorAll('.list-pane .rows a[href]')].map(row => row.pathname);
  following = { from: location.pathname, below: rows.slice(rows.indexOf(location.pathname) + 1) };
}

// After an answer that leads on: opens the next conversation and focuses its box. Does nothing if the person has gone elsewhere meanwhile.
function goOn() {
  const noted = following;
  following = null;
  if (noted?.from !== location.pathname) return;
  const rows = [...document.querySelectorAll('.list-pane .rows a[href]')];
  const next = noted.below.map(path => rows.find(row => row.pathname === path)).find(row => row);
  document.activeElement?.blur();
  if (next) go(next);
  touched();
}

// Rows of a table that are not links: the row takes the focus, and keys act on its content.
function step(by) {
  const rows = [...document.querySelectorAll('[data-step]')].filter(row => row.checkVisibility());
  const current = rows.findIndex(row => row.contains(document.activeElement));
  const next = rows[current < 0 ? (by > 0 ? 0 : rows.length - 1) : current + by];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
  return rows.length > 0;
}

// The server renders the list of shortcuts; only the page knows which keys act here.
function showSheet() {
  const keys = [...new Set([...document.querySelectorAll('[data-key]')].map(element => element.dataset.key))];
  bring('shortcut-sheet');
  screen.invokeMethodAsync('ShowSheet', {
    keys: [...keys, 'j', 'k'].filter(key => find(key, true)),
    places: Object.keys(places).filter(place => document.querySelector(places[place])),
  });
}

function showPalette() {
  acts = [...document.querySelectorAll('.main [data-key], .main [data-command]')]
    .filter(element => isMeant(element) && isEnabled(element))
    .map(element => ({ press: () => press(element), name: nameOf(element), key: element.dataset.key ?? null, reading: element.dataset.command || null }));
  for (const list of document.querySelectorAll('.main select[data-offers]')) acts.push(...offers(list));
  if (find('j')) acts.push({ press: () => move(1), name: '次の会話を開く', key: 'j', reading: null }, { press: () => move(-1), name: '前の会話を開く', key: 'k', reading: null });
  palette().querySelector('input').value = '';
  palette().showModal();
  screen.invokeMethodAsync('Opened', acts.map(({ name, key, reading }) => ({ name, key, reading })));
}

function nameOf(element) {
  return (element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent).trim().replace(/\s+/g, ' ');
}

function showOption(at) {
  document.getElementById('palette-' + at)?.scrollIntoView({ block: 'nearest' });
}

function run(at) {
  acts[at]?.press();
}

function signOut() {
  document.querySelector('form[action="/sign-out"]').requestSubmit();
}

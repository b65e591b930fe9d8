// Keeps a page as it would be if it were loaded now. The server says that something was committed;
// the page asks for itself again and exchanges the parts marked data-live that differ. Nothing is
// counted or merged here, so a missed word costs nothing.

const QUIET_MAX_MS = 40_000; // two heartbeats and a little
const SETTLE_MS = 2_000; // a wallet's refund follows its sale by about a second
const AGES_MS = 60_000;
const RETRY_MAX_MS = 10_000;

const badge = document.getElementById('live');
// A form that is refused draws its page at an address that takes forms only.
const address = badge?.dataset.address ?? location.pathname;
const parser = new DOMParser();
let stream = null;
let heardAt = Date.now();
let retryMs = 1_000;
let isDrawing = false;
let isStale = false;
let settling = 0;

function show(isLive) {
  if (!badge) return;
  const words = isLive ? badge.dataset.on : badge.dataset.off;
  if (badge.hidden || badge.textContent !== words) badge.textContent = words;
  badge.hidden = false;
  badge.classList.toggle('state-good', isLive);
  badge.classList.toggle('state-bad', !isLive);
}

function part(root, name) {
  return root.querySelector(`[data-live="${CSS.escape(name)}"]`);
}

function keys(root) {
  return new Set([...root.querySelectorAll('[data-key]')].map((row) => row.dataset.key));
}

// Who reads a line with the keyboard stays on it.
function focused(root) {
  const element = document.activeElement;
  if (!element || !root.contains(element)) return () => {};
  const key = element.closest('[data-key]')?.dataset.key;
  const href = element.getAttribute('href');
  return () => {
    const scope = key ? root.querySelector(`[data-key="${CSS.escape(key)}"]`) : root;
    const again = href ? scope?.querySelector(`[href="${CSS.escape(href)}"]`) : null;
    again?.focus({ preventScroll: true });
  };
}

function isBeingRead(root) {
  const selection = document.getSelection();
  return Boolean(selection && !selection.isCollapsed && root.contains(selection.anchorNode));
}

function exchange(old, fresh) {
  if (old.innerHTML === fresh.innerHTML) return false;
  if (isBeingRead(old)) {
    isStale = true;
    return false;
  }
  const before = keys(old);
  const refocus = focused(old);
  old.replaceChildren(...fresh.childNodes);
  const news = [...old.querySelectorAll('[data-key]')].filter((row) => !before.has(row.dataset.key));
  for (const row of news) row.classList.add('is-new');
  refocus();
  return news.length > 0 && old.hasAttribute('data-news');
}

function draw(html) {
  const page = parser.parseFromString(html, 'text/html');
  let hasNews = false;
  for (const old of document.querySelectorAll('[data-live]')) {
    const fresh = part(page, old.dataset.live);
    if (fresh) hasNews = exchange(old, document.adoptNode(fresh)) || hasNews;
  }
  if (hasNews) say(badge?.dataset.news ?? '');
}

let voice = null;
function say(words) {
  if (!voice) {
    voice = document.createElement('p');
    voice.className = 'unseen';
    voice.setAttribute('aria-live', 'polite');
    document.body.append(voice);
  }
  voice.textContent = '';
  setTimeout(() => { voice.textContent = words; }, 50);
}

async function refresh() {
  if (isDrawing || document.hidden) {
    isStale = true;
    return;
  }
  isDrawing = true;
  isStale = false;
  try {
    const answer = await fetch(address, { headers: { Accept: 'text/html' } });
    if (answer.redirected) location.assign(answer.url);
    else if (answer.ok) draw(await answer.text());
  } catch {
    isStale = true; // The stream says by itself that the server is away.
  } finally {
    isDrawing = false;
  }
}

function heard() {
  heardAt = Date.now();
  retryMs = 1_000;
  show(true);
}

function committed() {
  heard();
  refresh();
  clearTimeout(settling);
  settling = setTimeout(refresh, SETTLE_MS);
}

function connect() {
  stream?.close();
  heardAt = Date.now();
  stream = new EventSource('/live');
  stream.addEventListener('open', () => { heard(); refresh(); });
  stream.addEventListener('beat', () => { heard(); if (isStale) refresh(); });
  stream.addEventListener('commit', committed);
  stream.addEventListener('over', refresh);
  stream.addEventListener('error', lost);
}

// The stream ends every some minutes by itself; only one that does not come back is lost.
function lost() {
  stream?.close();
  stream = null;
  const wait = retryMs;
  retryMs = Math.min(retryMs * 2, RETRY_MAX_MS);
  if (wait > 1_000) show(false);
  setTimeout(connect, wait === 1_000 ? 200 : wait / 2);
}

setInterval(() => {
  if (stream && Date.now() - heardAt > QUIET_MAX_MS) {
    show(false);
    lost();
  }
}, 5_000);
setInterval(refresh, AGES_MS);
document.addEventListener('visibilitychange', () => { if (!document.hidden && isStale) refresh(); });
addEventListener('pagehide', () => stream?.close());
addEventListener('pageshow', (event) => { if (event.persisted) connect(); });

connect();

// Carries requests to the tab's page and brings their answers back as data.

/**
 * Runs inside the page, in a world of its own, with the person's session.
 * It has to stand alone: the browser sends its text, not its surroundings.
 *
 * Answers `{status, retryAfter, text}`, with `landed` where the request was led
 * elsewhere; or `{lost, sent}` where no answer came: how it was lost, and whether
 * the request may have reached the server all the same. The text is read where it
 * is wanted: browsers carry one text from page to page far quicker than the
 * thousands of values in it.
 */
async function inPage({ id, base, path, form, limit, before, wantsText }) {
  // By this a page that stays is told from one that came after it. (A page's
  // elements are globals by their ids here: the name is one that none has.)
  if (id) (globalThis.rebadgeAsked ??= new Set()).add(id);
  // A page that hung may come back when nobody waits any more: nothing is done then.
  if (form !== undefined && Date.now() > before) return { lost: "timeout", sent: false };
  if (location.origin !== new URL(base).origin) return { lost: "navigated", sent: false };

  // Whether the request may have reached the server.
  let sent = false;
  const options = {
    headers: { accept: wantsText ? "image/svg+xml" : "application/json" },
    credentials: "same-origin",
    // A badge's address holds its token, which no cache is to keep.
    cache: "no-store",
    signal: AbortSignal.timeout(limit),
  };
  try {
    if (form !== undefined) {
      // One's own machine answers a browser that is offline, too: that is tried with
      // what changes nothing.
      const { signal } = options;
      if (!navigator.onLine) await fetch(`${base}/api/server/version`, { cache: "no-store", signal });
      options.method = "POST";
      options.body = form;
      options.redirect = "error";
      options.headers["content-type"] = "application/x-www-form-urlencoded";
      // The XSRF token is read here so that it never leaves the page: from its
      // cookie, else from the header that every good answer to a session bears
      // (measured on Server 26.9, whose web UI does the same; 9.9 has none, and
      // only signing in again helps there).
      let xsrf = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1];
      if (!xsrf) {
        const user = await fetch(`${base}/api/users/current`, { cache: "no-store", signal });
        xsrf = user.headers.get("x-xsrf-token");
      }
      if (xsrf) options.headers["x-xsrf-token"] = xsrf;
    }
    sent = true;
    const response = await fetch(base + path, options);
    const text = await response.text();
    const after = response.headers.get("retry-after");
    const seconds = Number(after ?? NaN);
    const wait = Number.isNaN(seconds) ? (Date.parse(after) - Date.now()) / 1000 : seconds;
    const answer = { status: response.status };
    if (wait >= 0) answer.retryAfter = Math.ceil(wait);
    if (response.redirected) answer.landed = response.url;
    return { ...answer, text };
  } catch (error) {
    if (error.name === "TimeoutError") return { lost: "timeout", sent };
    if (navigator.onLine) return { lost: "connection", sent };
    // What only reads is the same again, whether it was sent or not.
    return { lost: "offline", sent: sent && form !== undefined };
  }
}

const pause = (milliseconds) => new Promise((over) => setTimeout(over, milliseconds));

// What browsers say when the function never ran: it sent nothing then.
const NEVER_RAN =
  /No tab with id|Invalid tab ID|Cannot access|Missing host permission|showing error page/;

// For how many milliseconds a page may be too busy to begin.
const GRACE = 1_500;

// How many milliseconds lie between two looks at a page that is being left.
const MOVE = 400;
// How often that is tried.
const MOVES = 5;
// What is known of a request of a page that is no more.
const LEFT = { lost: "navigated", sent: true, wasLeft: true };

/**
 * Sends one request from a tab's page. Never rejects, and answers within the
 * request's limit and a grace, even where the page hangs.
 *
 * Answers what the page did, and instead of its text, unless that is wanted, what
 * it holds: `json`, or that it is `empty`, or whether it is a `page`.
 */
export function ask(tabId, request) {
  const late = new Promise((resolve) => {
    setTimeout(resolve, request.limit + GRACE, { lost: "timeout", sent: true });
  });
  const answer = settled(tabId, { ...request, before: Date.now() + GRACE });
  return Promise.race([request.wantsText ? answer : answer.then(read), late]);
}

function read({ text, ...answer }) {
  if (text === undefined) return answer;
  if (text === "") return { ...answer, empty: true };
  try {
    return { ...answer, json: JSON.parse(text) };
  } catch {
    return { ...answer, page: text.trimStart().startsWith("<") };
  }
}

/** Where the page is just being left, what only reads is read on the next one. */
async function settled(tabId, request) {
  for (let left = MOVES; ; left -= 1) {
    const { wasLeft, ...answer } = await (request.form === undefined ? unlessLeft(tabId, request) : run(tabId, request));
    if (!["navigated", "connection"].includes(answer.lost)) return answer;
    const tab = await chrome.tabs.get(tabId).catch(() => undefined);
    if (!wasLeft && tab?.status !== "loading") return answer;
    // Firefox breaks off what a page waits for before it leaves it.
    if (request.form !== undefined || left === 0) return { ...answer, lost: "navigated" };
    await pause(MOVE);
  }
}

// Who waits for a page. The browser is told of the first and the last only: it
// has a listener to set up and take down, in another process.
const waiting = new Set();

function onUpdated(tabId, { status }) {
  if (status !== "loading") return;
  for (const one of waiting) {
    if (one.tabId !== tabId || one.isFollowed) continue;
    one.isFollowed = true;
    follow(one);
  }
}

/** A page that gives itself another address is told of as one that is left: that one still knows what it is asked. */
async function follow(one) {
  do await pause(MOVE);
  while (waiting.has(one) && (await Promise.race([isAsked(one), pause(GRACE)])) !== false);
  one.leave(LEFT);
}

/** Whether the page that is there has been asked; Firefox may never tell. */
const isAsked = ({ tabId, id }) =>
  chrome.scripting
    .executeScript({ target: { tabId }, func: (it) => globalThis.rebadgeAsked?.has(it), args: [id], injectImmediately: true })
    .then(([injection]) => injection?.result === true, () => false);

/** What a page answers, or that it was left: Firefox may never tell that of a function begun just then. */
async function unlessLeft(tabId, request) {
  const one = { tabId, id: crypto.randomUUID() };
  const left = new Promise((leave) => (one.leave = leave));
  if (waiting.size === 0) chrome.tabs.onUpdated.addListener(onUpdated);
  waiting.add(one);
  const answer = await Promise.race([run(tabId, { ...request, id: one.id }), left]);
  waiting.delete(one);
  if (waiting.size === 0) chrome.tabs.onUpdated.removeListener(onUpdated);
  return answer;
}

async function run(tabId, request) {
  const target = { tabId };
  try {
    const [injection] = await chrome.scripting.executeScript({
      target,
      func: inPage,
      args: [request],
      // A page that is still loading has its session already.
      injectImmediately: true,
    });
    return injection?.result ?? LEFT;
  } catch (error) {
    const sent = !NEVER_RAN.test(error.message);
    if (!navigator.onLine) return { lost: "offline", sent };
    const gone = await chrome.tabs.get(tabId).then(() => false, () => true);
    return { lost: gone ? "tab-gone" : "navigated", sent };
  }
}

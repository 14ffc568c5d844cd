// A script that comes before its page: requests need not wait for the page, words do.

/** Once all of the page's HTML is there. */
export const parsed = new Promise((there) => {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", there, { once: true });
  else there();
});

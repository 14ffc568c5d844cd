// The popup as a person sees it: found by names, roles and texts.

/** Presses the real toolbar button on a page, and answers the popup's page. */
export async function clickToolbarButton({ browser, extension, id }, page) {
  await page.bringToFront();
  const opened = browser.waitForTarget(
    (target) => target.url() === `chrome-extension://${id}/popup.html` && !seen.has(target),
    { timeout: 15_000 },
  );
  await extension.triggerAction(page);
  const target = await opened;
  seen.add(target);
  const popup = await target.asPage();
  popup.setDefaultTimeout(15_000);
  return popup;
}

const seen = new WeakSet();

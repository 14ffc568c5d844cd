// The popup as a person sees it: found by names, roles and texts.

/** Presses the real toolbar button on a page, and answers the popup's page. */
export async function clickToolbarButton({ browser, extension, origin }, page) {
  await page.bringToFront();
  if (!extension) return patient(await browser.pressToolbarButton(page));
  const opened = browser.waitForTarget(
    (target) => target.url() === `${origin}/popup.html` && !seen.has(target),
    { timeout: 15_000 },
  );
  await extension.triggerAction(page);
  const target = await opened;
  seen.add(target);
  return patient(await target.asPage());
}

function patient(popup) {
  popup.setDefaultTimeout(15_000);
  return popup;
}

const seen = new WeakSet();

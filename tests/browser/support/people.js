// People of the stand-in, signed in as a browser is: by the two cookies.

const HOSTS = ["sonarcloud.io", "sonarqube.us", "other.example"];
const HOUR = 3_600;

/** Signs somebody in on every host of the stand-in without going through the form. */
export async function signIn(browser, standIn, login) {
  const { cookies } = await standIn.signIn(login);
  const expires = Date.now() / 1_000 + HOUR;
  const everywhere = HOSTS.flatMap((domain) =>
    cookies.map((cookie) => ({ ...cookie, domain, secure: false, expires })),
  );
  await browser.setCookie(...everywhere);
}

/** Forgets every cookie: nobody is signed in afterwards. */
export async function signOut(browser) {
  const cookies = await browser.cookies();
  if (cookies.length > 0) await browser.deleteCookie(...cookies);
}

// Renewing a badge token when the new one cannot be read, and when neither the
// answer nor the token tells what came of it.
import assert from "node:assert/strict";
import {
  age,
  arrived,
  complaint,
  hurry,
  intent,
  isRenewed,
  openReady,
  pressAnew,
  readings,
  serverDid,
  showsTheRealToken,
  spoilReading,
  spoilRenewal,
  WAS_CARRIED_OUT,
} from "./support/renewal.js";
import { scene } from "./support/scene.js";
import { alerts, announces, eventually, press } from "./support/screen.js";
import {
  BROKE,
  LATE,
  trouble,
  WEB_PAGE,
  GARBLED,
  ASKED_TO_PAUSE,
  UNREAD,
  UNKNOWN,
  TRY_AGAIN,
  countdown,
  turnsOutNotRenewed,
} from "./support/trouble.js";

const test = scene();

test("renewed, but the connection breaks when the token is read: it is read once more", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilReading(visit, { kind: "drop" });
  await press(popup, "Renew token");
  await isRenewed(visit, popup);
  await serverDid(visit, 1);
});

for (const [name, fault, words, attempts = 1] of [
  ["the connection breaks again and again", { kind: "drop", times: 3 }, BROKE, 3],
  ["the host answers 500", { kind: "status", status: 500 }, trouble(500)],
  ["the host answers 503", { kind: "status", status: 503 }, trouble(503)],
  ["a web page comes back", { kind: "html" }, WEB_PAGE],
  ["the answer is cut off", { kind: "truncated" }, GARBLED],
  ["the answer has another shape", { kind: "wrong_types" }, GARBLED],
  ["no answer comes in time", { kind: "hang" }, LATE],
]) {
  test(`renewed, but ${name} when the token is read: trying again reads, and never posts`, {}, async (visit) => {
    const popup = await openReady(visit);
    const before = await readings(visit);
    await spoilReading(visit, fault);
    if (fault.kind === "hang") await hurry(popup);
    await press(popup, "Renew token");
    assert.deepEqual(await complaint(popup, `${UNREAD} ${words}`), TRY_AGAIN);
    assert.equal(await age(popup), "Renewed now");
    assert.equal(await popup.$eval("#token", (it) => it.innerText), "could not be read");
    await serverDid(visit, 1);
    assert.equal(await intent(visit), undefined);

    await pressAnew(popup, "Try again");
    await isRenewed(visit, popup, { says: "Token read. The Markdown is ready to copy." });
    assert.equal(await readings(visit), before + attempts + 1);
    await serverDid(visit, 1);
  });
}

test("renewed, but 429 when the token is read: it counts down, then reads, and never posts", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilReading(visit, { kind: "status", status: 429, retry_after: 2 });
  await press(popup, "Renew token");
  await complaint(popup, `${UNREAD} ${ASKED_TO_PAUSE}`);
  assert.deepEqual(await countdown(popup), ["Try again in 2 s", "Try again in 1 s"]);
  await pressAnew(popup, "Try again");
  await showsTheRealToken(visit, popup);
  await serverDid(visit, 1);
});

for (const status of [401, 403]) {
  test(`renewed, but ${status} when the token is read: others may read it`, {}, async (visit) => {
    const popup = await openReady(visit);
    await spoilReading(visit, { kind: "status", status });
    await press(popup, "Renew token");
    await announces(popup, "Token renewed. Your account may not read the new one: someone who may browse the project can.");
    assert.equal(await alerts(popup), "");
    await serverDid(visit, 1);
  });
}

test("renewed, and signed out when the token is read: signing in is offered", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "delay", ms: 700 });
  await press(popup, "Renew token");
  await arrived(visit, 1);
  await visit.standIn.signEveryoneOut();
  assert.deepEqual(
    await complaint(
      popup,
      `${UNREAD} You are not signed in to SonarQube. Sign in, then click the toolbar button again.`,
    ),
    { name: "Sign in", enabled: true },
  );
  await serverDid(visit, 1);
});

for (const [name, fault, reading] of [
  ["the connection breaks", { kind: "drop" }, { kind: "drop", times: 3 }],
  ["the host answers 503", { kind: "status", status: 503 }, { kind: "status", status: 503 }],
  ["a web page comes back", { kind: "html" }, { kind: "html" }],
]) {
  const words = { drop: BROKE, status: trouble(503), html: WEB_PAGE }[fault.kind];
  test(`${name} twice, though it was carried out: trying again finds that out, and never posts`, {}, async (visit) => {
    const popup = await openReady(visit);
    await spoilRenewal(visit, { ...fault, after_acting: true });
    await spoilReading(visit, reading);
    await press(popup, "Renew token");
    assert.deepEqual(await complaint(popup, `${UNKNOWN} ${words}`), TRY_AGAIN);
    await serverDid(visit, 1);
    await pressAnew(popup, "Try again");
    await isRenewed(visit, popup, { says: WAS_CARRIED_OUT });
    await serverDid(visit, 1);
  });

  test(`${name} twice, and nothing was carried out: trying again finds that out, and never posts`, {}, async (visit) => {
    const popup = await openReady(visit);
    await spoilRenewal(visit, fault);
    await spoilReading(visit, reading);
    await press(popup, "Renew token");
    assert.deepEqual(await complaint(popup, `${UNKNOWN} ${words}`), TRY_AGAIN);
    await turnsOutNotRenewed(visit, popup, "Try again");
  });
}

test("Renew pressed while it is not known looks first, and does not renew twice", {}, async (visit) => {
  const popup = await openReady(visit);
  await spoilRenewal(visit, { kind: "drop", after_acting: true });
  await spoilReading(visit, { kind: "drop", times: 3 });
  await press(popup, "Renew token");
  await complaint(popup, `${UNKNOWN} ${BROKE}`);
  await pressAnew(popup, "Renew token");
  await eventually(
    () => popup.$eval("#status", (it) => it.innerText),
    (said) => /ready to copy\.$/.test(said),
  );
  await showsTheRealToken(visit, popup);
  await serverDid(visit, 1);
});

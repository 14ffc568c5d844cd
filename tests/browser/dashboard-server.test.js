// The dashboard of a SonarQube Server: without organizations, and with public
// projects whose badges need a token where the Server forces a login.
import assert from "node:assert/strict";
import { isListed } from "./support/dashboard.js";
import { clickRow, fill, names, openListed, rowOf, rows, show, stored } from "./support/dashboard-list.js";
import { carries, roster, write } from "./support/due.js";
import { PROJECT, scene } from "./support/scene.js";
import { StandIn } from "./support/stand-in.js";
import { announces, clipboard, enabled, eventually, ifThere, press, reads, words } from "./support/screen.js";

const HOME = "https://other.example/sonar";
const PUBLIC = "acme-payments_open-docs";
const test = scene({ start: () => StandIn.start("ServerForced", "/sonar"), home: HOME, projectPage: "/dashboard" });

for (const [profile, needed] of [["ServerForced", true], ["Server99", true], ["Server", false]]) {
  test(`${profile}: its projects are all there, and the public ones count where they need a token`, { profile }, async (visit) => {
    await write(visit.backRoom, { [`roster ${HOME}`]: roster([PROJECT, PUBLIC], 61) });
    const board = await openListed(visit, "/projects");
    const query = new URL(board.url()).searchParams;
    assert.deepEqual([query.get("base"), query.get("organization")], [HOME, null]);
    assert.equal(await ifThere(board, "button", "Copy organization key"), null);
    await enabled(board, `Rotate ${needed ? 2 : 1} due`);
    await fill(board, "searchbox", "Filter by name or key", "open-docs");
    const docs = await eventually(() => rows(board), (all) => all.length === 1 && all[0].key === PUBLIC);
    const { age, state } = docs[0];
    assert.deepEqual([age, state], needed ? ["61 days or more", "Due"] : ["no token needed", ""]);
    await carries(visit.backRoom, needed ? "2" : "1");
    const kept = (await stored(visit))[`roster ${HOME}`].entries.find(([key]) => key === PUBLIC);
    assert.equal(kept[2], needed, "the icon counts by it");

    await (await (await rowOf(board, "Open Docs")).$("button")).click();
    await announces(board, "Markdown copied.");
    assert.equal((await clipboard(board)).includes("token="), needed);
    await fill(board, "searchbox", "Filter by name or key", "");
    await clickRow(board, "Payments Service");
    await press(board, "Rotate 1 selected");
    await press(board, "Renew 1 token");
    await reads(board, "Rotation finished");
    assert.equal(await visit.standIn.renewals(PROJECT), 1);
    await show(board, "Record");
    await reads(board, "1 entry");
    await show(board, "Settings");
    assert.doesNotMatch(await words(board), /Personal access token/, "these are for Cloud");
    await isListed(board);
    await show(board, "Projects");
    assert.ok((await names(board)).length > 5);
    assert.deepEqual(visit.heard.filter((line) => !/status of 40[14]/.test(line)), []);
  });
}

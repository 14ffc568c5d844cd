// Which Java is which, and which one is taken.
import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, majorOf, wanted } from "./java.js";
import { RELEASES } from "./releases.js";

test("the version is read as each vendor writes it", () => {
  const major = {
    'openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6-Debian-1deb12u1)': 17,
    'openjdk version "25.0.3" 2026-04-21 LTS': 25,
    'java version "21" 2023-09-19 LTS': 21,
    'openjdk version "26-ea" 2026-03-17': 26,
    'java version "1.8.0_392"': 8,
    'Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "11.0.21" 2023-10-17': 11,
    "The operation couldn’t be completed. Unable to locate a Java Runtime.": undefined,
    "": undefined,
  };
  for (const [text, expected] of Object.entries(major)) assert.equal(majorOf(text), expected, text);
});

test("the oldest that suits is taken", () => {
  const [eleven, seventeen, twentyOne, twentyFive] = [11, 17, 21, 25].map((major) => ({ major, home: `/java/${major}` }));
  const all = [twentyFive, eleven, twentyOne, seventeen];
  assert.equal(choose(all, RELEASES["26.9"].java), twentyOne);
  assert.equal(choose([twentyFive, eleven], RELEASES["26.9"].java), twentyFive);
  assert.equal(choose([seventeen, eleven], RELEASES["26.9"].java), undefined);
  assert.equal(choose(all, RELEASES["9.9"].java), seventeen);
  // It sets a Security Manager, which later ones refuse.
  assert.equal(choose([eleven, twentyOne, twentyFive], RELEASES["9.9"].java), undefined);
});

test("of two that are alike the first is taken, which the person may have named", () => {
  const named = { major: 21, home: "/mine" };
  assert.equal(choose([named, { major: 21, home: "/usr/lib/jvm/21" }], { from: 21 }), named);
});

test("what is wanted is said in words", () => {
  assert.equal(wanted(RELEASES["26.9"].java), "Java 21 or later");
  assert.equal(wanted(RELEASES["9.9"].java), "Java 17");
});

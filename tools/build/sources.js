// Which files are the source: what git tracks; in an unpacked source archive, what
// its own list names. So an archive that is packed again is the same.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";

/** The list that goes along in the source archive, as `sha256sum --check` reads it. */
export const SUMS = "SHA256SUMS";

const LINE = /^[0-9a-f]{64} {2}(.+)$/;

/** Whether this is an unpacked source archive, and no checkout. */
export const isArchive = () => !existsSync(".git") && existsSync(SUMS);

/** The paths of all source files. */
export function sources() {
  if (existsSync(".git")) {
    // As they are in the folder: what is built is what is packed.
    const listed = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8", maxBuffer: 1 << 26 });
    return listed.split("\0").filter(Boolean);
  }
  if (!isArchive()) throw new Error("This is neither a git checkout nor an unpacked source archive.");
  return Object.keys(sums()).filter((path) => !path.startsWith("dist/"));
}

/** What the list of an archive says: the digest of each path. */
export function sums() {
  const lines = readFileSync(SUMS, "utf8").split("\n").filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => {
      const path = LINE.exec(line)?.[1];
      if (!path) throw new Error(`${SUMS}: no line of a digest and a path: ${line}`);
      return [path, line.slice(0, 64)];
    }),
  );
}

/** Such a list of files, given as their contents by path. */
export const sumsOf = (files) =>
  [...files].map(([path, content]) => `${sha256(content)}  ${path}\n`).join("");

/** The digest of a content. */
export const sha256 = (content) => createHash("sha256").update(content).digest("hex");

// A zip that is the same bytes wherever it is made: sorted entries, one date,
// two modes, and a compressor in JavaScript, since the zlib inside Node differs
// between processors.
import { zipSync } from "fflate";

// fflate reads the date in local time, so it is made in local time too.
const DATE = new Date(1980, 0, 1);
const UNIX = 3;
const PLAIN = 0o100644;
const PROGRAM = 0o100755;

/** Packs files, given as their contents by path. */
export function zip(files) {
  const paths = [...files.keys()].sort();
  return zipSync(Object.fromEntries(paths.map((path) => [path, entry(files.get(path))])));
}

// Not every system knows which file is a program; its first line does.
function entry(content) {
  const isProgram = content[0] === 0x23 && content[1] === 0x21;
  const attrs = ((isProgram ? PROGRAM : PLAIN) << 16) >>> 0;
  return [content, { level: 9, mtime: DATE, os: UNIX, attrs }];
}

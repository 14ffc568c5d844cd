// What a person downloads, by kind of file: plain, and as gzip would send it.
import { gzipSync } from "node:zlib";

const KINDS = [
  ["html", /\.html$/],
  ["css", /\.css$/],
  ["JavaScript", /\.js$/],
  ["wasm", /\.wasm$/],
  ["pictures", /\.(png|svg)$/],
  ["manifest and texts", /\.json$/],
];

export function printSizes(files) {
  const rows = new Map(KINDS.map(([kind]) => [kind, [0, 0]]));
  for (const [path, content] of files) {
    const row = rows.get(KINDS.find(([, pattern]) => pattern.test(path))[0]);
    row[0] += content.length;
    row[1] += gzipSync(content, { level: 9 }).length;
  }
  const total = [...rows.values()].reduce((sum, row) => [sum[0] + row[0], sum[1] + row[1]]);

  printRow("bytes", ["raw", "gzip"]);
  for (const [kind, row] of rows) printRow(kind, row);
  printRow("all", total);
}

function printRow(name, numbers) {
  console.log(name.padEnd(22) + numbers.map((number) => String(number).padStart(9)).join(""));
}

// The names under which a wasm module imports functions and its glue gives them:
// wasm-bindgen ends each with 16 digits of a hash, which stand in both files and do
// not compress. Nobody else knows these names, so short ones do.

const IMPORTS = 2;
const FUNCTION = 0;
const NAME = /\b__wb[a-z_]*_\w+(?=: function\()/g;

/** A module and its glue with short names for what the one imports of the other. */
export function shortenImports(wasm, glue) {
  const given = new Set(glue.match(NAME));
  const names = new Map();
  const short = (name) => {
    if (!names.has(name)) names.set(name, `i${names.size.toString(36)}`);
    return names.get(name);
  };
  const sections = read(wasm, 8, (reader) => [reader.byte(), reader.block()]);
  const written = sections.map(([kind, content]) => {
    const renamed = kind === IMPORTS ? renameImports(content, (name) => (given.has(name) ? short(name) : name)) : content;
    return [Buffer.from([kind]), block(renamed)];
  });
  return {
    wasm: Buffer.concat([wasm.subarray(0, 8), ...written.flat()]),
    glue: glue.replaceAll(NAME, (name) => names.get(name) ?? name),
  };
}

function renameImports(content, rename) {
  const reader = new Reader(content);
  const count = reader.number();
  const entries = Array.from({ length: count }, () => {
    const [module, name] = [reader.block(), reader.block().toString()];
    const begin = reader.at;
    if (reader.byte() !== FUNCTION) throw new Error(`${name} is no function, and only such are imported here.`);
    reader.number();
    return Buffer.concat([block(module), block(Buffer.from(rename(name))), content.subarray(begin, reader.at)]);
  });
  return Buffer.concat([number(count), ...entries]);
}

/** All that `one` reads from a place on. */
function read(bytes, from, one) {
  const reader = new Reader(bytes, from);
  const all = [];
  while (reader.at < bytes.length) all.push(one(reader));
  return all;
}

/** Reads numbers as wasm writes them, seven bits a byte, and what has its length before it. */
class Reader {
  constructor(bytes, at = 0) {
    Object.assign(this, { bytes, at });
  }

  byte() {
    return this.bytes[this.at++];
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  block() {
    const length = this.number();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

function number(value) {
  const bytes = [];
  for (; value >= 0x80; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}

const block = (content) => Buffer.concat([number(content.length), content]);

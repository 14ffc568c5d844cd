// A program that answers each line of JSON with one.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export class Lines {
  #process;
  #answers;

  constructor(command, ...args) {
    this.#process = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
    this.#answers = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  async ask(question) {
    this.#process.stdin.write(`${JSON.stringify(question)}\n`);
    const { value, done } = await this.#answers.next();
    if (done) throw new Error(`${this.#process.spawnfile} has ended`);
    return JSON.parse(value);
  }

  end() {
    this.#process.stdin.end();
  }
}

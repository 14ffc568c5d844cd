// A throw-away place: processes and folders that are gone once it is left, and
// also once the process that made it is gone, in whatever way. A keeper
// (keeper.js) has them, and notices when the line to its maker breaks.
import { fork } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";

const KEEPER = fileURLToPath(new URL("keeper.js", import.meta.url));

export class Place {
  #keeper;
  #gone;
  #asked = new Map();
  #last = 0;

  constructor() {
    // A session of its own: Ctrl-C is for us, who then let the keeper tidy up.
    this.#keeper = fork(KEEPER, [], {
      detached: true,
      execArgv: [],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    this.#gone = once(this.#keeper, "exit");
    this.#keeper.on("message", ({ id, error, ...answer }) => {
      const { resolve, reject } = this.#asked.get(id);
      this.#asked.delete(id);
      if (error === undefined) resolve(answer);
      else reject(new Error(error));
    });
    this.#keeper.on("exit", () => {
      for (const { reject } of this.#asked.values()) reject(new Error("The place is left."));
      this.#asked.clear();
    });
  }

  /** Whether it is left: what was running there is being ended. */
  get isLeft() {
    return !this.#keeper.connected;
  }

  /** Makes a folder, in that of the system for such things unless told otherwise. */
  async folder(parent = tmpdir()) {
    return (await this.#ask({ make: parent })).folder;
  }

  /**
   * Runs a program to its end, and answers how it ended: `{code, signal}`.
   * Options: `cwd`, `env` (ours, if none is given), `uid` and `gid`, and `log`, the
   * file that takes its output in place of ours. It hears nothing from stdin.
   */
  run(command, args, options = {}) {
    return this.#ask({ run: { command, args, env: process.env, ...options } });
  }

  /** Ends the processes, removes the folders, and waits until that is done. */
  async leave() {
    if (!this.isLeft) this.#keeper.disconnect();
    await this.#gone;
  }

  #ask(question) {
    return new Promise((resolve, reject) => {
      if (this.isLeft) throw new Error("The place is left.");
      const id = ++this.#last;
      this.#asked.set(id, { resolve, reject });
      this.#keeper.send({ id, ...question });
    });
  }
}

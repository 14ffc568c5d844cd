// Marionette, the remote control that Firefox has built in: JSON behind its
// length, over a socket of this computer's own.
import { connect } from "node:net";

const AGES = 3_600_000;

export class Marionette {
  #socket;
  #rest = Buffer.alloc(0);
  #waiting = new Map();
  #last = 0;

  /** Connects to the Firefox that listens on a port, and begins a session. */
  static async connect(port) {
    const marionette = new this();
    marionette.#socket = connect(port, "127.0.0.1");
    await new Promise((greeted, failed) => {
      marionette.#waiting.set(0, { done: greeted, failed });
      marionette.#socket.on("data", (bytes) => marionette.#take(bytes));
      marionette.#socket.once("error", failed);
    });
    marionette.#socket.on("error", () => {});
    marionette.#socket.once("close", () => marionette.#end());
    await marionette.ask("WebDriver:NewSession", { acceptInsecureCerts: true });
    // A script takes as long as it takes; without a limit Firefox 153 would not wait at all.
    await marionette.ask("WebDriver:SetTimeouts", { script: AGES });
    await marionette.ask("Marionette:SetContext", { value: "chrome" });
    return marionette;
  }

  /** Sends a command, and answers its result. */
  ask(command, parameters = {}) {
    this.#last += 1;
    const id = this.#last;
    const text = JSON.stringify([0, id, command, parameters]);
    return new Promise((done, failed) => {
      if (this.#socket.destroyed) throw new Error("Firefox is gone");
      this.#waiting.set(id, { done, failed });
      this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  /** Runs the body of a function in the browser's own window, where everything is allowed. */
  run = async (body, ...args) =>
    (await this.ask("WebDriver:ExecuteScript", { script: body, args, sandbox: "system", newSandbox: false })).value;

  close() {
    this.#socket.destroy();
  }

  #take(bytes) {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    for (;;) {
      const colon = this.#rest.indexOf(":");
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#rest.subarray(0, colon));
      if (this.#rest.length < end) return;
      const message = JSON.parse(this.#rest.subarray(colon + 1, end));
      this.#rest = this.#rest.subarray(end);
      this.#hear(message);
    }
  }

  #hear(message) {
    // The greeting alone is no answer.
    const [, id, error, result] = Array.isArray(message) ? message : [1, 0, null, message];
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.failed(new Error(error.message, { cause: error.stacktrace }));
    else waiting?.done(result);
  }

  #end() {
    for (const { failed } of this.#waiting.values()) failed(new Error("Firefox is gone"));
    this.#waiting.clear();
  }
}

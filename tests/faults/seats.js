// Several seats, so that cases are played side by side: they wait more than they
// work.
import { Seat } from "./seat.js";

export class Seats {
  #free = [];
  #waiting = [];

  /** Opens so many. */
  static async open(count) {
    const seats = new this();
    for (let left = count; left > 0; left -= 1) seats.#free.push(await Seat.open());
    return seats;
  }

  /** Does something at the first seat that is free. Where it failed, the next one finds a new seat there. */
  async use(act) {
    let seat = await this.#take();
    try {
      return await act(seat);
    } catch (error) {
      await seat.close().catch(() => {});
      seat = await Seat.open();
      throw error;
    } finally {
      this.#give(seat);
    }
  }

  /** Closes all, once nobody uses them. */
  async close() {
    for (const seat of this.#free) await seat.close();
  }

  #take() {
    return this.#free.length > 0 ? this.#free.pop() : new Promise((resolve) => this.#waiting.push(resolve));
  }

  #give(seat) {
    const next = this.#waiting.shift();
    if (next) next(seat);
    else this.#free.push(seat);
  }
}

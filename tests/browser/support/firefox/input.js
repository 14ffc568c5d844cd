// Keyboard and mouse of a page in Firefox, in WebDriver's words.

const KEYS = {
  Backspace: "\uE003", Tab: "\uE004", Enter: "\uE006", Shift: "\uE008", Control: "\uE009", Alt: "\uE00A",
  Escape: "\uE00C", Space: " ", PageUp: "\uE00E", PageDown: "\uE00F", End: "\uE010", Home: "\uE011",
  ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015", Delete: "\uE017", F6: "\uE036",
};
const [DOWN, UP] = ["pointerDown", "pointerUp"].map((type) => ({ type, button: 0 }));

export class Keyboard {
  #act;

  constructor(act) {
    this.#act = (...actions) => act([{ type: "key", id: "keyboard", actions }]);
  }

  down = (key) => this.#act({ type: "keyDown", value: KEYS[key] ?? key });
  up = (key) => this.#act({ type: "keyUp", value: KEYS[key] ?? key });
  press = (key) => this.type([KEYS[key] ?? key]);
  type = (text) =>
    this.#act(...[...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]));
}

export class Mouse {
  #act;

  constructor(act) {
    this.#act = (actions, clicks) =>
      act([{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }], clicks);
  }

  move = (x, y) => this.#act(move(x, y));
  down = ({ clickCount } = {}) => this.#act([DOWN], clickCount);
  up = ({ clickCount } = {}) => this.#act([UP], clickCount);
  click = (x, y, { count = 1 } = {}) =>
    this.#act([...move(x, y), ...Array.from({ length: count }, () => [DOWN, UP]).flat()]);
}

const move = (x, y) => [{ type: "pointerMove", x: Math.floor(x), y: Math.floor(y), origin: "viewport", duration: 0 }];

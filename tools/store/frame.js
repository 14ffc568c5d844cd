// A plain window that is no browser's in particular: an address, a page, the
// toolbar button, and the popup below it.
import { readFileSync } from "node:fs";

const icon = readFileSync(new URL("../../extension/icons/icon-48.png", import.meta.url)).toString("base64");

const COLOURS = {
  light: { around: "#e8ebf3", bar: "#f7f8fb", line: "#d5d9e6", field: "#ffffff", text: "#4b5163", veil: "#ffffff66" },
  dark: { around: "#0c0e13", bar: "#20242e", line: "#343a49", field: "#16181f", text: "#b4bacb", veil: "#0c0e13b0" },
};

/** The document of a picture; pictures in it are given in base64. */
export function framed({ scheme, behind, shown, address }) {
  const { around, bar, line, field, text, veil } = COLOURS[scheme];
  return `<!doctype html>
<style>
  * { margin: 0; box-sizing: border-box; }
  body { width: 1280px; height: 800px; background: ${around}; font: 13px system-ui, sans-serif; color: ${text}; overflow: hidden; }
  .window { position: absolute; inset: 40px 60px; border: 1px solid ${line}; border-radius: 12px; overflow: hidden; box-shadow: 0 18px 60px #0003; background: ${field}; }
  .bar { height: 52px; display: flex; align-items: center; gap: 14px; padding: 0 18px; background: ${bar}; border-bottom: 1px solid ${line}; }
  .dot { width: 11px; height: 11px; border-radius: 50%; background: ${line}; }
  .address { flex: 1; height: 32px; line-height: 32px; padding: 0 16px; border-radius: 16px; background: ${field}; border: 1px solid ${line}; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
  .button { width: 34px; height: 34px; border-radius: 8px; display: grid; place-items: center; background: ${line}; }
  .page { position: relative; height: 668px; background: url(data:image/png;base64,${behind}) 0 0 / 1280px no-repeat; }
  .page::after { content: ""; position: absolute; inset: 0; background: ${veil}; }
  .popup { position: absolute; right: 74px; top: 98px; border-radius: 10px; border: 1px solid ${line}; box-shadow: 0 14px 44px #0005; display: block; }
</style>
<div class="window">
  <div class="bar">
    <span class="dot"></span><span class="dot"></span><span class="dot"></span>
    <span class="address">${address}</span>
    <span class="button"><img width="22" height="22" src="data:image/png;base64,${icon}"></span>
  </div>
  <div class="page"></div>
</div>
<img class="popup" src="data:image/png;base64,${shown}">`;
}

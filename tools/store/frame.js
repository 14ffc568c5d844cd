// A plain window that is no browser's in particular: an address, the outline of a
// page that is no product's, the toolbar button, and the popup below it.
import { readFileSync } from "node:fs";

const icon = readFileSync(new URL("../../extension/icons/icon-48.png", import.meta.url)).toString("base64");

const COLOURS = {
  light: { around: "#e8ebf3", bar: "#f7f8fb", line: "#d5d9e6", field: "#ffffff", text: "#4b5163" },
  dark: { around: "#0c0e13", bar: "#20242e", line: "#343a49", field: "#16181f", text: "#b4bacb" },
};

/** The document of a picture; the popup is given in base64. */
export function framed({ scheme, shown, address }) {
  const { around, bar, line, field, text } = COLOURS[scheme];
  return `<!doctype html>
<style>
  * { margin: 0; box-sizing: border-box; }
  body { width: 1280px; height: 800px; background: ${around}; font: 13px system-ui, sans-serif; color: ${text}; overflow: hidden; }
  .window { position: absolute; inset: 40px 60px; border: 1px solid ${line}; border-radius: 12px; overflow: hidden; box-shadow: 0 18px 60px #0003; background: ${field}; }
  .bar { height: 52px; display: flex; align-items: center; gap: 14px; padding: 0 18px; background: ${bar}; border-bottom: 1px solid ${line}; }
  .dot { width: 11px; height: 11px; border-radius: 50%; background: ${line}; }
  .address { flex: 1; height: 32px; line-height: 32px; padding: 0 16px; border-radius: 16px; background: ${field}; border: 1px solid ${line}; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
  .button { width: 34px; height: 34px; border-radius: 8px; display: grid; place-items: center; background: ${line}; }
  .page { padding: 48px; display: grid; gap: 18px; justify-items: start; }
  .page i { height: 14px; border-radius: 7px; background: ${bar}; border: 1px solid ${line}; opacity: .7; }
  .page .title { height: 26px; border-radius: 13px; margin-bottom: 14px; }
  .page .box { width: 620px; height: 150px; border-radius: 12px; margin: 14px 0; }
  .popup { position: absolute; right: 74px; top: 98px; border-radius: 10px; border: 1px solid ${line}; box-shadow: 0 14px 44px #0005; display: block; }
</style>
<div class="window">
  <div class="bar">
    <span class="dot"></span><span class="dot"></span><span class="dot"></span>
    <span class="address">${address}</span>
    <span class="button"><img width="22" height="22" src="data:image/png;base64,${icon}"></span>
  </div>
  <div class="page">
    <i class="title" style="width: 300px"></i>
    <i style="width: 460px"></i><i style="width: 380px"></i>
    <i class="box"></i>
    <i style="width: 540px"></i><i style="width: 590px"></i><i style="width: 420px"></i>
  </div>
</div>
<img class="popup" src="data:image/png;base64,${shown}">`;
}

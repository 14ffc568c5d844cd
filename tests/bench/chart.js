// The chart of how the cost grows, as an SVG that reads in light and in dark.
import * as echarts from "echarts";

const INK = "#7d8590";
const LINES = [
  ["dashboard", "All projects, the page", "#0b62c4"],
  ["picker", "Popup's list", "#b35c00"],
  ["requests", "The same requests from a plain script", INK],
];

/** An SVG out of what `growth` measured: milliseconds by number of projects, both in powers of ten. */
export function chart(rows) {
  const picture = echarts.init(null, null, { renderer: "svg", ssr: true, width: 720, height: 400 });
  const axis = (name) => ({
    type: "log",
    name,
    nameLocation: "middle",
    nameGap: 36,
    axisLabel: { color: INK },
    nameTextStyle: { color: INK },
    axisLine: { show: true, lineStyle: { color: INK } },
    splitLine: { lineStyle: { color: INK, opacity: 0.25 } },
  });
  picture.setOption({
    animation: false,
    color: LINES.map(([, , color]) => color),
    legend: { top: 0, textStyle: { color: INK } },
    grid: { left: 70, right: 20, top: 40, bottom: 56 },
    xAxis: axis("projects"),
    yAxis: axis("milliseconds until all are listed"),
    series: LINES.map(([name, label]) => ({
      type: "line",
      name: label,
      symbolSize: 7,
      data: rows.map((row) => [row.count, row[name].median]),
    })),
  });
  const svg = picture.renderToSVGString();
  picture.dispose();
  return svg;
}

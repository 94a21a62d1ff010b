/** The deal's figure over time, as a line of steps: time runs to the right in every script, as in any plot of the press. */
import type { Timeline } from "../../lib/protocol.ts";

/** The drawing's own units; it is stretched to the tooltip's width. */
const WIDTH = 100;
const HEIGHT = 34;
/** Half a line's width, so that nothing is cut off at the top. */
const MARGIN = 2;

const SVG = "http://www.w3.org/2000/svg";

export function drawPlot({ steps, said, start, end, label }: Timeline): HTMLElement {
  const line = lineOf(steps);
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
  svg.setAttribute("preserveAspectRatio", "none");
  for (const [name, d] of [
    ["area", areaOf(steps)],
    ["line", line],
  ] as const) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", name);
    path.setAttribute("d", d);
    svg.append(path);
  }
  const frame = box("div", "frame");
  frame.append(svg);
  if (said) {
    const dot = box("span", "said");
    dot.style.left = `${(said.at * 100).toFixed(1)}%`;
    dot.style.top = `${yOf(said.height).toFixed(1)}px`;
    frame.append(dot);
  }
  const ends = box("div", "ends");
  // Time runs to the right, but a day is written as its language writes it.
  ends.append(box("bdi", "", start), box("bdi", "", end));
  const plot = box("div", "plot");
  plot.setAttribute("role", "img");
  plot.setAttribute("aria-label", label);
  plot.append(frame, ends);
  return plot;
}

type Steps = Timeline["steps"];

const yOf = (height: number): number => MARGIN + (1 - height) * (HEIGHT - 2 * MARGIN);
const xOf = (share: number): number => Number((share * WIDTH).toFixed(2));
const endOf = (steps: Steps, i: number): number => xOf(steps[i + 1]?.from ?? 1);

/** Goes along each step and straight up or down to the next; nothing is drawn where nothing was in force. */
function lineOf(steps: Steps): string {
  let path = "";
  steps.forEach(({ from, height }, i) => {
    if (height === null) return;
    const joined = i > 0 && steps[i - 1]?.height !== null;
    path += `${joined ? "L" : "M"}${xOf(from)} ${yOf(height)}H${endOf(steps, i)}`;
  });
  return path;
}

function areaOf(steps: Steps): string {
  return steps
    .map(({ from, height }, i) =>
      height === null ? "" : `M${xOf(from)} ${HEIGHT}V${yOf(height)}H${endOf(steps, i)}V${HEIGHT}Z`,
    )
    .join("");
}

function box(tag: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

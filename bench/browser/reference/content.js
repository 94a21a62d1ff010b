// What no page annotator can do without: to read the text, to send it, and to register what was found. The functions
// are found by their names in profiles.

function walkText() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push(node);
    text += node.data;
  }
  // Joined strings are ropes until someone looks inside.
  return { nodes, text, last: text.charCodeAt(text.length - 1) };
}

function sendText(text) {
  return chrome.runtime.sendMessage({ text });
}

function registerRanges(nodes, count) {
  const ranges = [];
  for (let i = 0; i < count; i++) {
    const node = nodes[Math.floor((i * nodes.length) / count)];
    const range = document.createRange();
    range.setStart(node, 0);
    range.setEnd(node, Math.min(9, node.data.length));
    ranges.push(range);
  }
  CSS.highlights.set("reference", new Highlight(...ranges));
}

(async () => {
  const start = performance.now();
  const { nodes, text } = walkText();
  await sendText(text);
  document.documentElement.dataset.referenceRoundTrip = String(performance.now() - start);
  const marks = Number(new URLSearchParams(location.search).get("marks") ?? 0);
  if (marks > 0) registerRanges(nodes, marks);
  document.documentElement.dataset.referenceDone = "yes";
})();

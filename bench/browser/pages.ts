/** HTML pages of a wanted size, with as many figures that the record knows as are wanted. */
import { prose } from "../generate/prose.ts";
import { createRandom } from "../random.ts";

/** Sentences that each state one figure of the project's dataset, a mark each. */
const stating = [
  "Nvidia will invest up to $100 billion in OpenAI under the letter of intent that both companies signed.",
  "Oracle agreed to supply OpenAI with computing power in a contract worth $300 billion over several years.",
  "Microsoft committed to an investment in Anthropic of up to $5 billion, the two companies announced.",
  "Nvidia said that its own investment in Anthropic would reach up to $10 billion as part of the agreement.",
  "Google agreed to buy the security company Wiz for $32 billion in cash, its largest acquisition so far.",
  "Amazon signed a cloud computing agreement with OpenAI worth $38 billion that runs for seven years.",
];

/** A sentence in some 140 characters, four sentences in a paragraph: text nodes as on news pages, with links and bold words. */
const dress = (sentence: string, i: number): string => {
  const words = sentence.split(" ");
  if (i % 3 === 0) words[2] = `<b>${words[2]}</b>`;
  if (i % 5 === 0) words[4] = `<a href="/news/${i}">${words[4]}</a>`;
  return words.join(" ");
};

/**
 * @param characters of text, without markup
 * @param figures spread evenly over it
 */
export function articlePage(characters: number, figures: number, seed = 1): string {
  const random = createRandom(seed);
  const sentences: string[] = [];
  const title = "What the largest technology companies have agreed on";
  let length = title.length;
  let stated = 0;
  while (length < characters) {
    const due = Math.floor((length / characters) * figures);
    const sentence = stated < due ? (stating[stated++ % stating.length] as string) : random.pick(prose.en);
    sentences.push(sentence);
    length += sentence.length + 1;
  }
  const paragraphs: string[] = [];
  for (let i = 0; i < sentences.length; i += 4)
    paragraphs.push(
      `<p>${sentences
        .slice(i, i + 4)
        .map((sentence, n) => dress(sentence, i + n))
        .join(" ")}</p>`,
    );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta property="article:published_time" content="2026-01-15T09:00:00Z">
<style>body { max-width: 40em; margin: 2em auto; font: 16px/1.5 sans-serif }</style>
</head>
<body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article>
<h1>${title}</h1>
${paragraphs.join("\n")}
</article>
</body>
</html>
`;
}

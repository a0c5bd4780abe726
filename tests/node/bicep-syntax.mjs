// Prints every syntax fault of the Bicep files given as arguments as "file:line: text"; ends with status 1 if there is one.
import { readFileSync } from 'node:fs';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(new URL('node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm', import.meta.url).pathname));

let faults = 0;
for (const file of process.argv.slice(2)) {
  const visit = node => {
    if (node.isError || node.isMissing) {
      faults++;
      console.log(`${file}:${node.startPosition.row + 1}: ${node.isMissing ? 'missing ' + node.type : node.text.split('\n')[0]}`);
    } else if (node.hasError) {
      node.children.forEach(visit);
    }
  };
  // The grammar does not know the assignments of a parameters file; those of variables have the same form.
  visit(parser.parse(readFileSync(file, 'utf8').replace(/^param (\w+) =/gm, 'var $1 =')).rootNode);
}

process.exit(faults > 0 ? 1 : 0);

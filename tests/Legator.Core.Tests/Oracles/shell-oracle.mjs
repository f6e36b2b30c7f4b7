// Reads a JSON array of {text, twice} on stdin and writes, for each shell line, whether an independent parser takes it (two of them, if asked) and which simple commands it holds.
// Run in a folder whose node_modules hold sh-syntax and mvdan-sh.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(pathToFileURL(join(process.cwd(), 'package.json')));
const { parse } = await import(pathToFileURL(require.resolve('sh-syntax')).href);
const { syntax } = require('mvdan-sh');

const dynamic = '<…>';
const escapes = { a: '\x07', b: '\b', e: '\x1b', E: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', "'": "'", '"': '"', '?': '?' };

function ansi(text) {
  const decoded = text.replace(/\\(x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{1,4}|U[0-9a-fA-F]{1,8}|[0-7]{1,3}|c.|.)/gs, (all, code) =>
    /^[xuU]./.test(code) ? String.fromCodePoint(parseInt(code.slice(1), 16))
      : /^[0-7]/.test(code) ? String.fromCharCode(parseInt(code, 8) & 255)
        : /^c./.test(code) ? String.fromCharCode(code.toUpperCase().charCodeAt(1) & 31)
          : escapes[code] ?? all);
  const end = decoded.indexOf('\0');
  return end < 0 ? decoded : decoded.slice(0, end);
}

function literal(part, quoted) {
  switch (syntax.NodeType(part)) {
    case 'Lit':
      return quoted ? part.Value.replace(/\\([$`"\\\n])/g, (_, c) => (c === '\n' ? '' : c)) : part.Value.replace(/\\([^])/g, (_, c) => (c === '\n' ? '' : c));
    case 'SglQuoted':
      return part.Dollar ? ansi(part.Value) : part.Value;
    case 'DblQuoted':
      return joined(part.Parts, true);
    default:
      return null;
  }
}

function joined(parts, quoted) {
  const texts = parts.map((part) => literal(part, quoted));
  return texts.includes(null) ? null : texts.join('');
}

const word = (node) => joined(node.Parts, false) ?? dynamic;

function declared(argument) {
  if (argument.Naked) {
    return argument.Value ? word(argument.Value) : argument.Name.Value;
  }

  const head = argument.Name.Value + (argument.Append ? '+=' : '=');
  const value = argument.Value ? word(argument.Value) : '';
  return argument.Array || argument.Index || value === dynamic ? dynamic : head + value;
}

const parser = syntax.NewParser(syntax.Variant(syntax.LangBash));

function commands(text) {
  const found = [];
  syntax.Walk(parser.Parse(text, ''), (node) => {
    const type = node ? syntax.NodeType(node) : '';
    if (type === 'CallExpr' && node.Args.length > 0) {
      found.push(node.Args.map(word));
    } else if (type === 'DeclClause') {
      found.push([node.Variant.Value, ...node.Args.map(declared)]);
    } else if (type === 'LetClause') {
      found.push(['let', ...node.Exprs.map(() => dynamic)]);
    }

    return true;
  });
  return found;
}

async function answer({ text, twice }) {
  try {
    // Each of its answers loads the parser anew, which takes its time.
    await (twice && parse(text));
  } catch (problem) {
    return { problem: String(problem.message ?? problem) };
  }

  try {
    return { commands: commands(text) };
  } catch (problem) {
    return { problem: String(problem.Text ?? problem.message ?? problem) };
  }
}

const lines = JSON.parse(readFileSync(0, 'utf8'));
const answers = [];
for (const line of lines) {
  answers.push(await answer(line));
}

// The loaded parsers keep the process alive.
process.stdout.write(JSON.stringify(answers), () => process.exit(0));

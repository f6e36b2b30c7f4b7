// Reads a JSON array of texts on stdin and writes what PostgreSQL's own parser finds in each. Run in a folder whose node_modules hold libpg-query.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { parseSync, loadModule } = createRequire(pathToFileURL(join(process.cwd(), 'package.json')))('libpg-query');

const methods = new Set(['bernoulli', 'system', 'system_rows', 'system_time']);
const changes = new Set(['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt']);

function name(parts) {
  return parts.map(p => (p.String ? p.String.sval : '*')).join('.');
}

function runs(explain) {
  let value = false;
  for (const { DefElem: option } of explain.options || []) {
    if (option.defname === 'analyze') {
      const text = String(option.arg?.String?.sval ?? option.arg?.Integer?.ival ?? option.arg?.Boolean?.boolval ?? (option.arg?.Integer ? 0 : 'true'));
      value = !['false', 'off', '0'].includes(text.toLowerCase());
    }
  }
  return value;
}

function walk(node, found, planned) {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, found, planned);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  for (const [key, value] of Object.entries(node)) {
    let below = planned;
    if (changes.has(key) && !planned) found.changes.push(key);
    if (key === 'intoClause' && !planned) found.into = true;
    if (key === 'lockingClause' && !planned) found.locks = true;
    if (key === 'FuncCall') found.functions.push(name(value.funcname));
    if (key === 'A_Expr' && value.name) found.operators.push(name(value.name));
    if (key === 'RangeTableSample' && !methods.has(name(value.method))) found.functions.push(name(value.method));
    if (key === 'ExplainStmt') below = !runs(value);
    walk(value, found, below);
  }
}

// The beginning of a transaction that may only read, and the end of any.
function frames({ kind, options }) {
  return kind === 'TRANS_STMT_COMMIT' || kind === 'TRANS_STMT_ROLLBACK'
    || ((kind === 'TRANS_STMT_BEGIN' || kind === 'TRANS_STMT_START')
      && (options || []).some(({ DefElem: o }) => o.defname === 'transaction_read_only' && o.arg?.A_Const?.ival?.ival === 1));
}

function read(text) {
  let tree;
  try {
    tree = parseSync(text);
  } catch (error) {
    return { error: String(error.message || error) };
  }
  const statements = tree.stmts || [];
  const found = { statements: statements.map(({ stmt }) => (stmt?.TransactionStmt && frames(stmt.TransactionStmt) ? 'ReadOnlyFrame' : Object.keys(stmt || {})[0] || '')), changes: [], functions: [], operators: [], into: false, locks: false, writes: false };
  for (const { stmt } of statements) {
    const copy = stmt?.CopyStmt;
    found.writes ||= Boolean(copy && (copy.is_from || copy.is_program || copy.filename));
  }
  walk(statements, found, false);
  return found;
}

await loadModule();
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(read)));

// The suite asks node:fs for globSync, which Node 20 does not have and no client scenario uses.
import { register } from 'node:module';

const source = "export * from 'node:fs'; export { default } from 'node:fs'; export const globSync = () => { throw new Error('There is no globSync.'); };";
const hooks = `
  export const resolve = (name, context, next) => name === 'fs' ? { url: 'legator:fs', shortCircuit: true } : next(name, context);
  export const load = (url, context, next) => url === 'legator:fs' ? { format: 'module', source: ${JSON.stringify(source)}, shortCircuit: true } : next(url, context);`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

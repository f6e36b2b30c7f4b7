// The conformance suite starts this with the address of its server; the product's own client, in the test's process, does the talking.
const response = await fetch(`${process.env.LEGATOR_CONFORMANCE_DRIVER}?scenario=${encodeURIComponent(process.env.MCP_CONFORMANCE_SCENARIO ?? '')}&context=${encodeURIComponent(process.env.MCP_CONFORMANCE_CONTEXT ?? '')}`, { method: 'POST', body: process.argv.at(-1) });
console.log(await response.text());
process.exit(response.ok ? 0 : 1);

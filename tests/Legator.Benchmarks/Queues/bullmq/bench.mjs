// BullMQ under the same load as the run queue: jobs through one queue and one worker, in this one process.
import { Queue, Worker } from 'bullmq';

const [port, jobs, concurrency, perSecond, seconds] = process.argv.slice(2).map(Number);
const connection = { host: '127.0.0.1', port };
const options = { removeOnComplete: true, removeOnFail: true };

async function throughput(name, add) {
  const queue = new Queue(name, { connection });
  await queue.waitUntilReady();
  let done = 0;
  let finish;
  const finished = new Promise(resolve => { finish = resolve; });
  const worker = new Worker(name, async () => {}, { connection, concurrency });
  await worker.waitUntilReady();
  worker.on('completed', () => { if (++done === jobs) finish(); });
  const start = performance.now();
  await add(queue);
  await finished;
  const took = performance.now() - start;
  await worker.close();
  await queue.close();
  return jobs / took * 1000;
}

// As many producers as there are sessions, each with one job at a time.
async function addOneByOne(queue) {
  let next = 0;
  await Promise.all(Array.from({ length: concurrency }, async () => {
    while (next < jobs) await queue.add('run', { run: `bench/run-${next++}` }, options);
  }));
}

// What BullMQ offers for many jobs at once.
async function addInBulk(queue) {
  for (let i = 0; i < jobs; i += 256) {
    await queue.addBulk(Array.from({ length: Math.min(256, jobs - i) }, (_, n) => ({ name: 'run', data: { run: `bench/run-${i + n}` }, opts: options })));
  }
}

async function latency() {
  const queue = new Queue('paced', { connection });
  const waits = [];
  const worker = new Worker('paced', async job => { waits.push(performance.now() - job.data.at); }, { connection, concurrency });
  await worker.waitUntilReady();
  const count = perSecond * seconds;
  const start = performance.now();
  const adding = [];
  for (let i = 0; i < count;) {
    const due = Math.min(count, Math.floor((performance.now() - start) / 1000 * perSecond));
    for (; i < due; i++) adding.push(queue.add('run', { run: `bench/run-${i}`, at: performance.now() }, options));
    await new Promise(resolve => setTimeout(resolve, 1));
  }
  await Promise.all(adding);
  while (waits.length < count) await new Promise(resolve => setTimeout(resolve, 10));
  await worker.close();
  await queue.close();
  const sorted = waits.slice(perSecond).sort((a, b) => a - b);
  return { p50: sorted[Math.floor(sorted.length * 0.5)], p99: sorted[Math.floor(sorted.length * 0.99)] };
}

const single = await throughput('single', addOneByOne);
const bulk = await throughput('bulk', addInBulk);
console.log(JSON.stringify({ single, bulk, ...await latency() }));
process.exit(0);

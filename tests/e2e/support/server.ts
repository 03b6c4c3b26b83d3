import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cp, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const START_LIMIT_MS = 30_000;

/** A server with the demo organisations, and nobody else on it */
export interface Server {
  readonly url: string;
  /** What the server wrote so far; empty for a server that was already running */
  log(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the real binary on a copy of the demo; with `E2E_BASE_URL` the server that runs there is used as it is. */
export async function startServer(): Promise<Server> {
  const running = process.env.E2E_BASE_URL;
  if (running) return { url: running, log: async () => '', stop: async () => {} };

  const folder = await mkdtemp(join(fromMake('E2E_FOLDER'), 'server-'));
  const database = await copyDemo(folder);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const logFile = join(folder, 'server.log');
  const output = await open(logFile, 'w');
  const child = spawn(fromMake('E2E_BINARY'), ['serve', '--bind', `127.0.0.1:${port}`], {
    cwd: folder,
    env: { ...process.env, DATABASE_URL: database.url, VLIEGWIEL_PUBLIC_URL: url },
    stdio: ['ignore', output.fd, output.fd],
  });
  await output.close();
  // scripts/e2e.sh ends what is left when the runner itself is killed
  await writeFile(join(folder, 'pid'), `${child.pid}\n`);

  const log = () => readFile(logFile, 'utf8');
  const stop = async () => {
    await kill(child);
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ready(url, child);
  } catch (cause) {
    const written = await log();
    await stop();
    throw new Error(`The server did not become ready. It wrote:\n${written}`, { cause });
  }
  return { url, log, stop };
}

interface Database {
  readonly url: string;
  drop(): Promise<void>;
}

async function copyDemo(folder: string): Promise<Database> {
  const demo = fromMake('E2E_DEMO_URL');
  if (demo.startsWith('sqlite:')) {
    await cp(join(fromMake('E2E_FOLDER'), 'demo'), join(folder, 'data'), { recursive: true });
    return { url: `sqlite://${join(folder, 'data', 'vliegwiel.db')}`, drop: async () => {} };
  }

  const cluster = fromMake('TEST_DATABASE_URL');
  const bin = fromMake('POSTGRES_BIN');
  const name = folder.slice(folder.lastIndexOf('server-')).toLowerCase().replaceAll('-', '_') + `_${process.pid}`;
  await run(join(bin, 'createdb'), [`--maintenance-db=${cluster}`, '--template=demo', name]);
  return {
    url: demo.replace(/\/demo$/, `/${name}`),
    drop: async () => {
      await run(join(bin, 'dropdb'), [`--maintenance-db=${cluster}`, '--force', name]);
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const limit = Date.now() + START_LIMIT_MS;
  while (Date.now() < limit) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error(`not ready after ${START_LIMIT_MS} ms`);
}

// The data is thrown away, so there is nothing to finish and no connection worth waiting for.
async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

function fromMake(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the browser tests with "make e2e".`);
  return value;
}

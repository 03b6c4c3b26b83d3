// Usage: node scripts/unchanged.mjs FOLDER -- COMMAND…
// Runs the command and fails when it changed a file in the folder: what is checked in must equal what is generated.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [folder, , command, ...args] = process.argv.slice(2);
const before = snapshot(folder);
const run = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
if (run.status !== 0) process.exit(run.status ?? 1);
const after = snapshot(folder);

const names = new Set([...before.keys(), ...after.keys()]);
const changed = [...names].filter((name) => before.get(name) !== after.get(name));
for (const name of changed) console.error(`${name} was out of date; it has been written anew, check it in.`);
process.exit(changed.length > 0 ? 1 : 0);

function snapshot(path) {
  const found = readdirSync(path, { recursive: true }).map((name) => join(path, String(name)));
  return new Map(found.filter((name) => statSync(name).isFile()).map((name) => [name, readFileSync(name, 'utf8')]));
}

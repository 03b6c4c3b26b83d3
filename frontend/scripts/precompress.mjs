// Puts a .br and a .gz beside each text file of the build, for the server to send as they are.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = 'dist';
const hidden = /(^|[/\\])\./;
const compressible = /\.(js|css|html|svg|json|webmanifest|txt)$/;
const smallest = 512;

for (const name of readdirSync(folder, { recursive: true })) {
  const path = join(folder, String(name));
  if (hidden.test(path) || !compressible.test(path) || !statSync(path).isFile()) continue;
  const content = readFileSync(path);
  if (content.length < smallest) continue;
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
}

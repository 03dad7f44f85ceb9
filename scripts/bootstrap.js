'use strict';

/**
 * Prepares a clone for tests and demo: installs the dependencies, packs the package and installs n8n, each only
 * if missing. Plain JavaScript without dependencies, since it runs before they are installed.
 */

const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');

const { ensurePackage } = require('../harness/package-file');
const { ensureRuntime } = require('../harness/runtime');
const { step } = require('../harness/step');

const ROOT = path.join(__dirname, '..');
const OLDEST_NODE = [20, 19];

function checkNode() {
	const [major, minor] = process.versions.node.split('.').map(Number);
	if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
	throw new Error(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.version}.`);
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>} the packages of an npm lock
 */
const packagesIn = (file) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')).packages;

/** Compares contents, not times: a checkout or a copy changes times at will. */
function dependenciesAreInstalled() {
	const installedLock = path.join('node_modules', '.package-lock.json');
	if (!existsSync(path.join(ROOT, installedLock))) return false;
	const installed = packagesIn(installedLock);
	return Object.entries(packagesIn('package-lock.json')).every(
		([place, { version, optional }]) =>
			place === '' || installed[place]?.version === version || (optional && !installed[place]),
	);
}

async function main() {
	checkNode();
	if (!dependenciesAreInstalled()) {
		await step('Installing the dependencies', 'npm', ['ci', '--no-audit', '--no-fund'], {
			cwd: ROOT,
		});
	}
	await ensurePackage();
	await ensureRuntime();
}

main().catch((error) => {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
});

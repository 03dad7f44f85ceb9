'use strict';

const { createHash } = require('node:crypto');
const {
	existsSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	statSync,
	writeFileSync,
} = require('node:fs');
const path = require('node:path');

const { step } = require('./step');

const ROOT = path.join(__dirname, '..');
const OUTPUT = path.join(ROOT, 'node_modules', '.cache', 'n8n-nodes-lark-im');
const STAMP = path.join(OUTPUT, 'stamp');

/** All that goes into the package; dist is last, so that a dist made by hand is noticed too. */
const INPUTS = [
	'package.json',
	'package-lock.json',
	'tsconfig.json',
	'gulpfile.js',
	'README.md',
	'LICENSE.md',
	'credentials',
	'icons',
	'nodes',
	'dist',
];

/** @returns {string} where the packed package is, or will be after ensurePackage() */
function packageFile() {
	const { name, version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
	return path.join(OUTPUT, `${name}-${version}.tgz`);
}

/**
 * Builds and packs the package unless a package of the same sources exists.
 *
 * @returns {Promise<void>}
 * @throws {Error} when the build fails
 */
async function ensurePackage() {
	if (existsSync(packageFile()) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest()) {
		return;
	}
	mkdirSync(OUTPUT, { recursive: true });
	await step('Building the nodes', 'npm', ['run', 'build'], {
		cwd: ROOT,
	});
	const pack = ['pack', '--ignore-scripts', '--pack-destination', OUTPUT];
	await step('Packing them', 'npm', pack, { cwd: ROOT });
	writeFileSync(STAMP, digest());
}

function digest() {
	const hash = createHash('sha256');
	for (const input of INPUTS) addTo(hash, input);
	return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} name relative to the root
 */
function addTo(hash, name) {
	const file = path.join(ROOT, name);
	if (!existsSync(file)) return;
	if (statSync(file).isDirectory()) {
		for (const entry of readdirSync(file).sort()) addTo(hash, path.join(name, entry));
		return;
	}
	hash.update(`${name}\0`).update(readFileSync(file)).update('\0');
}

module.exports = { ensurePackage, packageFile };

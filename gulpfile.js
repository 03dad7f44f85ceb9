const { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const { n8n } = require('./package.json');

const DIST = path.join(__dirname, 'dist');
const BUNDLE = path.join(DIST, 'index.js');

/** Empties dist, so that nothing removed from the sources is published. */
async function clean() {
	rmSync(DIST, { recursive: true, force: true });
}

/** Keeps what is imported on demand out of the bundle, beside it: a JSON file, the official client. */
const onDemand = {
	name: 'on-demand',
	/** @param {esbuild.PluginBuild} build */
	setup(build) {
		build.onResolve({ filter: /^\./ }, ({ path: file, kind }) =>
			kind === 'dynamic-import' ? { path: `./${path.basename(file)}`, external: true } : undefined,
		);
	},
};

/** @type {esbuild.BuildOptions} */
const NODE_20 = {
	bundle: true,
	platform: 'node',
	format: 'cjs',
	target: 'node20',
	minifySyntax: true,
	minifyWhitespace: true,
};

/**
 * Bundles all nodes and credentials into one file: n8n reads it in a few milliseconds, where more
 * than a hundred small files take far longer.
 */
async function bundle() {
	const files = [...n8n.nodes, ...n8n.credentials].map(sourceOf);
	const contents = files.map((file) => `export * from './${file}';`).join('\n');
	await esbuild.build({
		stdin: { contents, resolveDir: __dirname, loader: 'ts' },
		outfile: BUNDLE,
		...NODE_20,
		external: ['n8n-workflow'],
		supported: { 'dynamic-import': false /* require, since Node imports no plain JSON */ },
		plugins: [onDemand],
	});
}

/** What is loaded on demand, and brings packages along: the official client, and the tokenizer of Markdown. */
const WITH_PACKAGES = [
	'nodes/LarkLongConnectionTrigger/connection/wsClient.ts',
	'nodes/shared/content/markdownTokens.ts',
];

/**
 * Bundles a file with the parts of packages that it uses, and beside it the licence of every package
 * that went in.
 *
 * @param {string} entry
 */
async function bundlePackages(entry) {
	const name = path.basename(entry, '.ts');
	const { metafile } = await esbuild.build({
		...NODE_20,
		entryPoints: [entry],
		outfile: path.join(DIST, `${name}.js`),
		mainFields: ['module', 'main'],
		legalComments: 'none',
		metafile: true,
	});
	const packages = Object.values(metafile.outputs).flatMap(({ inputs }) =>
		Object.keys(inputs).flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []),
	);
	const licences = [...new Set(packages)].sort().map(licenceOf);
	writeFileSync(path.join(DIST, `${name}.LICENSES.txt`), licences.join(`\n${'-'.repeat(80)}\n\n`));
}

const withPackages = async () => {
	await Promise.all(WITH_PACKAGES.map(bundlePackages));
};

/**
 * @param {string} folder of an installed package
 * @returns its name, version and the text of its licence
 * @throws when it has none: then it must not be published
 */
function licenceOf(folder) {
	const { name, version, license } = JSON.parse(
		readFileSync(path.join(folder, 'package.json'), 'utf8'),
	);
	const files = readdirSync(folder);
	const file =
		files.find((found) => /^(licen[cs]e|copying)/i.test(found)) ??
		files.find((found) => /^readme/i.test(found));
	const whole = file ? readFileSync(path.join(folder, file), 'utf8') : '';
	const text = /^readme/i.test(file ?? '') ? whole.split(/^#* *Licen[cs]e.*$/im)[1] : whole;
	if (!text?.trim()) throw new Error(`${name} has no text of its licence`);
	return `${name} ${version} (${license})\n\n${text}`;
}

/** Puts a file at each place that package.json names, which hands out its class from the bundle. */
async function entries() {
	for (const entry of [...n8n.nodes, ...n8n.credentials]) {
		const name = path.basename(entry).split('.')[0];
		const file = path.join(__dirname, entry);
		mkdirSync(path.dirname(file), { recursive: true });
		const target = path.relative(path.dirname(file), BUNDLE).split(path.sep).join('/');
		writeFileSync(file, `exports.${name} = require('${target}').${name};\n`);
	}
}

/** @param {string} entry as in package.json, in dist */
const sourceOf = (entry) => path.relative('dist', entry).replace(/\.js$/, '');

/** Copies what is not code: icons, codex files, output schemas, and JSON that is loaded on demand. */
const icons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
const codex = () => src('nodes/**/*.node.json').pipe(dest('dist/nodes'));
const schemas = () => src('nodes/*/__schema__/**/*.json').pipe(dest('dist/nodes'));
const tables = () => src('nodes/shared/transport/errorCatalog.json').pipe(dest('dist'));

exports.build = series(
	clean,
	parallel(bundle, withPackages, entries, icons, codex, schemas, tables),
);

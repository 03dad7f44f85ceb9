const { mkdirSync, rmSync, writeFileSync } = require('node:fs');
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

/** Keeps a JSON file that is imported on demand out of the bundle, beside it. */
const jsonOnDemand = {
	name: 'json-on-demand',
	/** @param {esbuild.PluginBuild} build */
	setup(build) {
		build.onResolve({ filter: /\.json$/ }, ({ path: file, kind }) =>
			kind === 'dynamic-import' ? { path: `./${path.basename(file)}`, external: true } : undefined,
		);
	},
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
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: ['n8n-workflow'],
		supported: { 'dynamic-import': false /* require, since Node imports no plain JSON */ },
		plugins: [jsonOnDemand],
	});
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

exports.build = series(clean, parallel(bundle, entries, icons, codex, schemas, tables));

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.join(__dirname, '..', '..', '..');

const files = ['nodes', 'credentials', 'sandbox'].flatMap((folder) =>
	readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => path.posix.join(folder, ...file.split(path.sep))),
);

const sources = new Map(
	files.map((file) => {
		const text = readFileSync(path.join(ROOT, file), 'utf8');
		return [file, ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)] as const;
	}),
);

const published = [...sources].filter(([file]) => !file.startsWith('sandbox/'));

/** The files that a file imports, types included. */
function importsOf(file: string, source: ts.SourceFile): string[] {
	const { importedFiles } = ts.preProcessFile(source.text);
	return importedFiles
		.map(({ fileName }) => path.posix.join(path.posix.dirname(file), fileName))
		.flatMap((base) => [`${base}.ts`, `${base}/index.ts`].filter((name) => sources.has(name)));
}

/** The circles that lead back to a file which is being visited. */
function circles(): string[] {
	const found: string[] = [];
	const done = new Set<string>();
	const visit = (file: string, trail: string[]): void => {
		if (trail.includes(file)) found.push([...trail.slice(trail.indexOf(file)), file].join(' > '));
		if (done.has(file) || trail.includes(file)) return;
		for (const next of importsOf(file, sources.get(file)!)) visit(next, [...trail, file]);
		done.add(file);
	};
	for (const file of files) visit(file, []);
	return found;
}

const isExported = (node: ts.Node): boolean =>
	ts.canHaveModifiers(node) &&
	(ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function exportsOf(source: ts.SourceFile): string[] {
	return source.statements.filter(isExported).flatMap((statement) => {
		if (ts.isVariableStatement(statement)) {
			return statement.declarationList.declarations.map(({ name }) => name.getText());
		}
		const { name } = statement as ts.DeclarationStatement;
		return name ? [name.getText()] : [];
	});
}

/** The texts in the code of a file; comments are none. */
function textsOf(source: ts.SourceFile): string[] {
	const texts: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) texts.push(node.text);
		ts.forEachChild(node, visit);
	};
	visit(source);
	return texts;
}

describe('nodes, credentials and sandbox', () => {
	it('import nothing in circles, types included', () => {
		expect(circles()).toEqual([]);
	});
});

describe('the published code', () => {
	it('gives each exported name one meaning', () => {
		const places = new Map<string, string[]>();
		for (const [file, source] of published) {
			for (const name of exportsOf(source)) places.set(name, [...(places.get(name) ?? []), file]);
		}
		expect([...places].filter(([, where]) => where.length > 1)).toEqual([]);
	});

	it('knows the paths of the API in one room: transport has none', () => {
		const paths = published.flatMap(([file, source]) =>
			textsOf(source)
				.filter((text) => text.startsWith('/open-apis/') && text !== '/open-apis/')
				.map((text) => [path.posix.dirname(file), text] as const),
		);
		expect(paths.length).toBeGreaterThan(60);
		expect(paths.filter(([folder]) => folder !== 'nodes/shared/lark')).toEqual([]);
	});
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.join(__dirname, '..', '..', '..');

/** The TypeScript files below a folder, by their paths from the root of the repository. */
export const filesIn = (folder: string): string[] =>
	readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => path.posix.join(folder, ...file.split(path.sep)));

/** What stands at the top of a file. */
interface TopLevel {
	/** The identifiers in it, by its name. */
	uses: Map<string, Set<string>>;
	exported: Set<string>;
	/** Those that are called: functions and classes, no values and types. */
	functions: Set<string>;
	/** Names from other files: where they come from, and what they are called there. */
	imported: Map<string, { file: string; name: string }>;
}

const isExported = (node: ts.Node): boolean =>
	ts.canHaveModifiers(node) &&
	(ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function identifiersIn(node: ts.Node): Set<string> {
	const found = new Set<string>();
	const visit = (each: ts.Node): void => {
		if (ts.isIdentifier(each)) found.add(each.text);
		ts.forEachChild(each, visit);
	};
	visit(node);
	return found;
}

const isFunction = (node: ts.Expression | undefined): boolean =>
	node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));

/** @param files by which a path is found */
function readTopLevel(file: string, files: ReadonlySet<string>): TopLevel {
	const text = readFileSync(path.join(ROOT, file), 'utf8');
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
	const top: TopLevel = {
		uses: new Map(),
		exported: new Set(),
		functions: new Set(),
		imported: new Map(),
	};
	const resolve = (specifier: string) => {
		const base = path.posix.join(path.posix.dirname(file), specifier);
		return [`${base}.ts`, `${base}/index.ts`].find((name) => files.has(name));
	};
	const add = (name: string, node: ts.Node, isCalled: boolean, isOut: boolean) => {
		top.uses.set(name, identifiersIn(node));
		if (isCalled) top.functions.add(name);
		if (isOut) top.exported.add(name);
	};
	for (const statement of source.statements) {
		if (ts.isImportDeclaration(statement)) {
			const from = resolve((statement.moduleSpecifier as ts.StringLiteral).text);
			const bindings = statement.importClause?.namedBindings;
			if (!from || !bindings || !ts.isNamedImports(bindings)) continue;
			for (const { name, propertyName, isTypeOnly } of bindings.elements) {
				if (isTypeOnly || statement.importClause?.isTypeOnly) continue;
				top.imported.set(name.text, { file: from, name: (propertyName ?? name).text });
			}
		} else if (ts.isVariableStatement(statement)) {
			for (const { name, initializer } of statement.declarationList.declarations) {
				if (!ts.isIdentifier(name)) continue;
				add(name.text, statement, isFunction(initializer), isExported(statement));
			}
		} else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
			if (statement.name) add(statement.name.text, statement, true, isExported(statement));
		}
	}
	return top;
}

/**
 * Finds the functions and classes that files export, and those of them that other files come to: by importing them, or
 * by what uses them in turn.
 *
 * @param rooms folders, and files without their ending, of what is exported
 * @param starts files that use it
 * @param all further folders on the way
 * @returns names with their files
 */
export function reach(
	rooms: readonly string[],
	starts: readonly string[],
	all: readonly string[],
): { exported: string[]; reached: ReadonlySet<string> } {
	const files = new Set([...all.flatMap(filesIn), ...starts]);
	const tops = new Map([...files].map((file) => [file, readTopLevel(file, files)]));
	const reached = new Set<string>();
	const visit = (file: string, name: string): void => {
		const top = tops.get(file);
		const origin = top?.imported.get(name);
		if (origin) return visit(origin.file, origin.name);
		const key = `${file} ${name}`;
		if (!top?.uses.has(name) || reached.has(key)) return;
		reached.add(key);
		for (const used of top.uses.get(name) ?? []) visit(file, used);
	};
	for (const start of starts) {
		for (const { file, name } of tops.get(start)?.imported.values() ?? []) visit(file, name);
	}
	const exported = [...tops]
		.filter(([file]) => rooms.some((room) => file.startsWith(`${room}/`) || file === `${room}.ts`))
		.flatMap(([file, { exported: names, functions }]) =>
			[...names].filter((name) => functions.has(name)).map((name) => `${file} ${name}`),
		);
	return { exported, reached };
}

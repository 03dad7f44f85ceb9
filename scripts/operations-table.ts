import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { resources } from '../nodes/Lark/description/resources';

/** What each operation calls, as `GET /im/v1/chats` below /open-apis; the key is `operationKey`. */
export type EndpointsByOperation = Map<string, string[]>;

/** The environment variable with which the test writes the tables instead of comparing them. */
export const UPDATE_TABLES = 'UPDATE_TABLES';

/** The one operation whose endpoint the user chooses. */
export const ANY_ENDPOINT = 'Any that takes and answers JSON';

/** The file with the tables, relative to the root. */
export const TABLES = path.join('docs', 'operations.md');

export const operationKey = (resource: string, operation: string) => `${resource}.${operation}`;

/** Replaces what stands between the two marks of a table. */
function withBlock(page: string, name: string, block: string): string {
	const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
	const from = page.indexOf(start);
	const to = page.indexOf(end);
	if (from < 0 || to < from) throw new Error(`${TABLES} has no place for the ${name}`);
	return `${page.slice(0, from)}${start}\n\n${block}\n\n${page.slice(to)}`;
}

/** A Markdown table with columns of even width; the first row is its head. */
function table(rows: string[][]): string {
	const widths = rows[0].map((_cell, column) => Math.max(...rows.map((row) => row[column].length)));
	const lines = [rows[0], widths.map((width) => '-'.repeat(width)), ...rows.slice(1)].map((row) =>
		row.map((cell, column) => cell.padEnd(widths[column])).join(' | '),
	);
	return lines.map((line) => `| ${line} |`).join('\n');
}

const code = (endpoint: string) => (endpoint === ANY_ENDPOINT ? endpoint : `\`${endpoint}\``);

/**
 * Writes both tables: the operations of each resource, and the endpoints of each operation.
 *
 * @throws when the page has no place for them
 */
export function withOperationTables(page: string, endpoints: EndpointsByOperation): string {
	const operations = resources.map(({ name, operations: listed }) => [
		name,
		listed.map((operation) => operation.name).join(', '),
	]);
	const calls = resources.flatMap(({ name, value: resource, operations: listed }) =>
		listed.map((operation) => [
			name,
			operation.name,
			(endpoints.get(operationKey(resource, operation.value)) ?? []).map(code).join(', '),
		]),
	);
	return withBlock(
		withBlock(page, 'operations', table([['Resource', 'Operations'], ...operations])),
		'endpoints',
		table([['Resource', 'Operation', 'Endpoints'], ...calls]),
	);
}

/** Reads from the page which endpoints it lists for each operation. */
export function listedEndpoints(page: string): EndpointsByOperation {
	const listed: EndpointsByOperation = new Map();
	for (const { name, value: resource, operations } of resources) {
		for (const operation of operations) {
			const row = new RegExp(`^\\| ${name} +\\| ${operation.name} +\\| (.*)\\|$`, 'm').exec(page);
			const cell = row?.[1].trim();
			const calls = cell === ANY_ENDPOINT ? [cell] : (cell?.match(/[A-Z]+ \/[^`]+/g) ?? []);
			listed.set(operationKey(resource, operation.value), calls);
		}
	}
	return listed;
}

/** Runs every operation against the sandbox and writes the endpoints that they have called into the page. */
function main(): void {
	const jest = require.resolve('jest/bin/jest');
	const test = path.join('test', 'engine', 'every-operation.test.ts');
	execFileSync(process.execPath, [jest, '--selectProjects', 'engine', '--testPathPatterns', test], {
		cwd: path.join(__dirname, '..'),
		env: { ...process.env, [UPDATE_TABLES]: '1' },
		stdio: 'inherit',
	});
}

if (require.main === module) main();

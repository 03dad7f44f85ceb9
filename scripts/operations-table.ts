import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Operation } from '../nodes/Lark/actions/operation';
import { resources } from '../nodes/Lark/description/resources';
import { withBlock } from './blocks';

/** The page with the tables. */
export const TABLES_PAGE = path.join(__dirname, '..', 'docs', 'operations.md');

/** An endpoint as the documentation writes it: `GET /im/v1/chats/:chat_id`. */
export const endpointName = ({ method, path: url }: { method: string; path: string }): string =>
	`${method} ${url.replace('/open-apis', '')}`;

const endpointsCell = ({ endpoints }: Operation): string =>
	endpoints === 'any'
		? 'Any that takes and answers JSON'
		: endpoints.map((endpoint) => `\`${endpointName(endpoint)}\``).join(', ');

const scopesCell = ({ endpoints }: Operation): string =>
	typeof endpoints === 'string'
		? ''
		: endpoints[0].scopes.map((scope) => `\`${scope}\``).join(', ');

/** A Markdown table with columns of even width; the first row is its head. */
function table(rows: string[][]): string {
	const widths = rows[0].map((_cell, column) => Math.max(...rows.map((row) => row[column].length)));
	const lines = [rows[0], widths.map((width) => '-'.repeat(width)), ...rows.slice(1)].map((row) =>
		row.map((cell, column) => cell.padEnd(widths[column])).join(' | '),
	);
	return lines.map((line) => `| ${line} |`).join('\n');
}

/**
 * Writes both tables of the page: the operations of each resource, and what each operation calls.
 *
 * @throws when the page has no place for them
 */
export function withOperationTables(page: string): string {
	const operations = resources.map(({ name, operations: listed }) => [
		name,
		listed.map((operation) => operation.name).join(', '),
	]);
	const calls = resources.flatMap(({ name, operations: listed }) =>
		listed.map((operation) => [
			name,
			operation.name,
			endpointsCell(operation),
			scopesCell(operation),
		]),
	);
	return withBlock(
		withBlock(page, 'operations', table([['Resource', 'Operations'], ...operations])),
		'endpoints',
		table([['Resource', 'Operation', 'Endpoints', 'One of these scopes'], ...calls]),
	);
}

if (require.main === module) {
	writeFileSync(TABLES_PAGE, withOperationTables(readFileSync(TABLES_PAGE, 'utf8')));
}

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { changeAppConfig, getApplication } from '../nodes/shared/lark/apps';
import { importText, lackingScopes, needsOf, PURPOSES } from '../nodes/shared/purpose/purposes';
import { withBlock } from './blocks';

/** The page with the scopes to paste. */
export const SCOPES_PAGE = path.join(__dirname, '..', 'docs', 'app.md');

/** What an app needs to set itself up. */
const OF_SET_UP = [changeAppConfig, getApplication].map(({ scopes }) => scopes[0]);

const block = (name: string, what: string, scopes: readonly string[]) =>
	`**${name}** (${what}):\n\n\`\`\`text\n${importText(scopes)}\n\`\`\``;

/**
 * Writes what the developer console imports for each purpose.
 *
 * @throws when the page has no place for it
 */
export function withScopeImports(page: string): string {
	const blocks = [
		...PURPOSES.map((purpose) =>
			block(purpose.name, purpose.description.toLowerCase(), lackingScopes(needsOf(purpose))),
		),
		block('Set Up alone', 'the app adds everything else itself', OF_SET_UP),
	];
	return withBlock(page, 'scopes to import', blocks.join('\n\n'));
}

if (require.main === module) {
	writeFileSync(SCOPES_PAGE, withScopeImports(readFileSync(SCOPES_PAGE, 'utf8')));
}

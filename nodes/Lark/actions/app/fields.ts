import type { INodeProperties } from 'n8n-workflow';

import { CATALOG } from '../../../shared/events/catalog';
import { InputError } from '../../../shared/inputError';
import {
	importText,
	lackingScopes,
	needsOf,
	PURPOSES,
	type Needs,
	type Purpose,
} from '../../../shared/purpose/purposes';
import { choiceField, choicesOption, textOption } from '../../fields/field';
import type { ItemParameters } from '../../fields/item';

/** Lark's names for scopes: words with colons, dots and underscores. */
const SCOPE = /^[a-z][a-z0-9_.:]{2,99}$/;

export const purposeField = choiceField({
	displayName: 'Purpose',
	name: 'purpose',
	type: 'options',
	options: PURPOSES.map(({ name, value, description }) => ({ name, value, description })),
	default: 'chatBot',
	description: 'What the app is for: which scopes, events and callbacks it needs',
});

/** What the developer console imports, for whom wants to add the scopes by hand. */
export const scopeNotices: INodeProperties[] = PURPOSES.map((purpose) => ({
	displayName: `To add the scopes by hand, paste this in the developer console under "Permissions & Scopes > Batch import/export scopes": ${importText(lackingScopes(needsOf(purpose)))}`,
	name: `scopes_${purpose.value}`,
	type: 'notice',
	default: '',
	displayOptions: { show: { purpose: [purpose.value] } },
}));

export const moreEvents = choicesOption({
	displayName: 'Additional Events',
	name: 'events',
	type: 'multiOptions',
	options: CATALOG.map(({ name, value, when }) => ({ name, value, description: when })),
	default: [],
	description: 'Events and callbacks beside those of the purpose',
});

export const moreScopes = textOption({
	displayName: 'Additional Scopes',
	name: 'scopes',
	type: 'string',
	default: '',
	placeholder: 'e.g. im:chat:create, im:chat:update',
	description: 'Scopes of the bot beside those of the purpose, separated by commas',
});

/**
 * Reads what the app has to have.
 *
 * @throws InputError for what is no scope
 */
export function readNeeds(item: ItemParameters): Needs {
	const scopes = item.strings('options.scopes');
	const wrong = scopes.find((scope) => !SCOPE.test(scope));
	if (wrong !== undefined) {
		throw new InputError(
			`Additional Scopes cannot have "${wrong}"`,
			'Enter scopes as the developer console names them, such as im:chat:create.',
		);
	}
	const value = purposeField.read(item);
	const purpose = PURPOSES.find((candidate) => candidate.value === value) as Purpose;
	return needsOf(purpose, { events: moreEvents.read(item), scopes });
}

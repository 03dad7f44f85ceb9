import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../objects';
import { scopeLink, type ConsoleOf } from './consoleLink';
import { narrowestOf } from './narrowScopes';

/** The codes for a scope that is missing, by whose token it was. */
const MISSING_SCOPE: Record<number, 'tenant' | 'user' | undefined> = {
	99991672: 'tenant',
	99991679: 'user',
};

const AFTERWARDS = {
	tenant: 'Then publish a new version of the app.',
	user: 'Then publish a new version of the app, and connect the credential again.',
};

/**
 * Names the scopes that a refused call lacks: of the bot's alternatives the narrowest, of a person's all.
 *
 * @see api-call-guide, "Generic error codes": `permission_violations`
 */
function missingScopes(code: number, { error }: IDataObject): string[] {
	const violations = isObject(error) ? error.permission_violations : undefined;
	if (!Array.isArray(violations)) return [];
	const named = violations.filter(isObject).map(({ subject }) => String(subject));
	return MISSING_SCOPE[code] === 'tenant' ? narrowestOf(named).slice(0, 1) : named;
}

/** What a refusal for want of scopes says, and how it is mended. */
interface LackOfScopes {
	message: string;
	/** With a link to the page of the developer console on which these scopes are chosen; none without an app. */
	fix?: string;
}

/**
 * Explains a refusal for want of scopes by their names.
 *
 * @returns undefined for other refusals
 */
export function lackOfScopes(
	code: number,
	body: IDataObject,
	app?: ConsoleOf,
): LackOfScopes | undefined {
	const token = MISSING_SCOPE[code];
	const scopes = missingScopes(code, body);
	if (!token || scopes.length === 0) return undefined;
	const names = scopes.join(' and ');
	const who = token === 'tenant' ? 'The app lacks' : 'The person has not granted';
	return {
		message: `${who} the scope${scopes.length > 1 ? 's' : ''} ${names}`,
		...(app && { fix: `Add ${names} here: ${scopeLink(app, scopes, token)} ${AFTERWARDS[token]}` }),
	};
}

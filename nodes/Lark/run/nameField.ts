import { NodeApiError, type INodeProperties } from 'n8n-workflow';

import { larkCodeOf } from '../../shared/transport/larkCode';
import { userIdTypeOf } from '../../shared/userId';
import type { Operation } from '../actions/operation';
import type { ItemParameters } from '../fields/item';
import type { ItemError } from './itemError';

/** What it means that Lark does not know an ID, by its codes; the form of such IDs where it is certain. */
const UNKNOWN: Array<{ codes: number[]; form?: RegExp; reason: string }> = [
	{ codes: [99992354], form: /^om_/, reason: 'the bot can see no message with this ID' },
	{ codes: [99992355, 99992356, 232006], form: /^oc_/, reason: 'no chat has this ID' },
	{ codes: [99992357, 99992358], form: /^od-/, reason: 'no department has this ID' },
	{
		codes: [99992351, 99992352, 99992353, 99992359, 99992360, 99992363, 99992364],
		reason: 'nobody with this ID is within reach of the app',
	},
	{ codes: [99992361], form: /^ou_/, reason: 'this open_id belongs to another app' },
];

/** What is entered in a field: one value, or several of a list. */
function entriesOf({ name, type }: INodeProperties, item: ItemParameters): string[] {
	try {
		return type === 'string' ? item.strings(name) : [item.string(name).trim()];
	} catch {
		return [];
	}
}

/** Fields that can have an ID in them, and no text. */
const canHaveId = ({ type, typeOptions }: INodeProperties): boolean =>
	type === 'resourceLocator' || (type === 'string' && typeOptions?.rows === undefined);

/** The words in which Lark lists IDs: behind a colon or a bracket. */
function listedWords({ message, description }: ItemError): string[] {
	const [listed = ''] = /[:[][^]*/.exec(`${message} ${description ?? ''}`) ?? [];
	return listed.split(/[^\w.@+-]+/);
}

/**
 * Names in the error the field whose ID Lark does not know, and the ID: the one in Lark's words, or
 * else the only one of the kind that the code is about.
 *
 * @see api-call-guide, "Common error codes": these ids not existed
 */
export function nameField(error: ItemError, operation: Operation, item: ItemParameters): ItemError {
	const code = larkCodeOf(error);
	const unknown = UNKNOWN.find(({ codes }) => codes.includes(code ?? 0));
	if (!unknown || !(error instanceof NodeApiError)) return error;
	const isPossible = (value: string) => unknown.form?.test(value) ?? userIdTypeOf(value);
	const words = listedWords(error);
	const given = operation.properties
		.filter(canHaveId)
		.flatMap((property) =>
			entriesOf(property, item).map((value) => ({ field: property.displayName, value })),
		)
		.filter(({ value }) => isPossible(value));
	const meant =
		given.find(({ value }) => words.includes(value)) ??
		(unknown.form && given.length === 1 ? given[0] : undefined);
	if (meant) error.message = `${meant.field} "${meant.value}": ${unknown.reason}`;
	return error;
}

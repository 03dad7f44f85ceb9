import type { INodeProperties } from 'n8n-workflow';

import { InputError, unusableValue } from '../../shared/inputError';
import type { Field, FieldLabels } from './field';

/**
 * Checks the ID of a message.
 *
 * @param field as the editor shows it
 * @returns the ID without surrounding spaces
 * @throws InputError when it is no message ID
 * @see im-v1/message/intro, message_id: om_ and what follows
 */
function checkMessageId(value: string, field: string): string {
	const id = value.trim();
	if (/^om_\w+$/.test(id)) return id;
	throw unusableValue(
		field,
		id,
		'message IDs start with om_',
		'Take it from Lark Trigger or from the output of Send: {{ $json.message_id }}.',
	);
}

/** A message, by its ID. */
export function messageIdField(labels: FieldLabels = {}): Field<string> {
	const property: INodeProperties = {
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.message_id }}',
		description: 'The message, by its message_id (om_...)',
		...labels,
	};
	return {
		property,
		read: (item) => checkMessageId(item.string(property.name), property.displayName),
	};
}

/**
 * Several messages, by their IDs; each is read once.
 *
 * @param max how many Lark takes; any number by default
 */
export function messageIdsField(description: string, max = Infinity): Field<string[]> {
	const property: INodeProperties = {
		displayName: 'Message IDs',
		name: 'messageIds',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. om_dc13264520392913993dd051dba21dcf, om_...',
		description,
	};
	return {
		property,
		read(item) {
			const given = item.strings(property.name);
			const entries = given.length > 0 ? given : [''];
			const ids = new Set(entries.map((id) => checkMessageId(id, property.displayName)));
			if (ids.size <= max) return [...ids];
			throw new InputError(
				`Message IDs has ${ids.size} entries, Lark takes at most ${max}`,
				'Forward the messages in several steps.',
			);
		},
	};
}

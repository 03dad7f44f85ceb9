import type { INodeProperties } from 'n8n-workflow';

import { unusableValue } from '../../shared/inputError';
import type { Field, FieldLabels } from './field';

/**
 * A thread, by its ID.
 *
 * @see im-v1/message/thread-introduction, thread_id: omt_ and what follows
 */
export function threadIdField(labels: FieldLabels = {}): Field<string> {
	const property: INodeProperties = {
		displayName: 'Thread ID',
		name: 'threadId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.thread_id }}',
		description: 'The thread, by its thread_id (omt_...)',
		...labels,
	};
	return {
		property,
		read(item) {
			const id = item.string(property.name).trim();
			if (/^omt_\w+$/.test(id)) return id;
			throw unusableValue(
				property.displayName,
				id,
				'thread IDs start with omt_',
				'Take it from a message of the thread, after Lark Trigger or Get: {{ $json.thread_id }}.',
			);
		},
	};
}

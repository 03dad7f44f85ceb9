import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';

export const batchMessageIdProperty: INodeProperties = {
	displayName: 'Batch Message ID',
	name: 'batchMessageId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. bm-dc13264520392913993dd051dba21dcf',
	description: 'From the output of Send: message_id',
};

/**
 * Checks the ID of a batch message.
 *
 * @returns the ID without surrounding spaces
 * @throws InputError when it is none
 * @see im-v1/batch_message/get_progress, batch_message_id: bm- and what follows
 */
export function checkBatchMessageId(value: string): string {
	const id = value.trim();
	if (/^bm[-_]\w+$/.test(id)) return id;
	throw new InputError(
		id === ''
			? 'Batch Message ID is empty'
			: `Batch Message ID cannot be "${id}": batch message IDs start with bm-`,
		'Take it from the output of Batch Message > Send ({{ $json.message_id }}).',
	);
}

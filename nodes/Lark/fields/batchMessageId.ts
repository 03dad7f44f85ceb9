import { unusableValue } from '../../shared/inputError';
import type { Field } from './field';

/**
 * A batch message, by its ID.
 *
 * @see im-v1/batch_message/get_progress, batch_message_id: bm- and what follows
 */
export const batchMessageId: Field<string> = {
	property: {
		displayName: 'Batch Message ID',
		name: 'batchMessageId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. bm-dc13264520392913993dd051dba21dcf',
		description: 'From the output of Send: message_id',
	},
	read(item) {
		const id = item.string('batchMessageId').trim();
		if (/^bm[-_]\w+$/.test(id)) return id;
		throw unusableValue(
			'Batch Message ID',
			id,
			'batch message IDs start with bm-',
			'Take it from the output of Batch Message > Send ({{ $json.message_id }}).',
		);
	},
};

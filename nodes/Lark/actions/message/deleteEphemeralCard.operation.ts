import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../operation';
import { messageIdProperty } from './fields';
import { checkMessageId } from './messageId';

/** The endpoint is not in the SDK; typed by im-v1/message-card/uITOyYjLykjM24iM5IjN. */
type DeleteEphemeral = (payload?: {
	data: { message_id: string };
}) => Promise<{ data?: IDataObject }>;

/** POST /open-apis/ephemeral/v1/delete, im-v1/message-card/uITOyYjLykjM24iM5IjN. */
export const deleteEphemeralCard: Operation = {
	name: 'Delete Ephemeral Card',
	value: 'deleteEphemeralCard',
	action: 'Delete an ephemeral card',
	description: 'Remove a Lark card that only one person sees. It leaves no trace.',
	properties: [
		{
			...messageIdProperty,
			placeholder: 'e.g. {{ $json.message_id }}',
			description: 'From the output of Send Ephemeral Card: message_id',
		},
	],

	async execute(item) {
		const message_id = checkMessageId(item.string('messageId'));
		await item.lark.call<DeleteEphemeral>({
			method: 'POST',
			url: '/open-apis/ephemeral/v1/delete',
			body: { message_id },
		});
		return { message_id, success: true };
	},
};

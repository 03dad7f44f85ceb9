import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';

export const threadIdProperty: INodeProperties = {
	displayName: 'Thread ID',
	name: 'threadId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.thread_id }}',
	description: 'The thread, by its thread_id (omt_...)',
};

/**
 * Checks the ID of a thread.
 *
 * @returns the ID without surrounding spaces
 * @throws InputError when it is no thread ID
 * @see im-v1/message/thread-introduction, thread_id: omt_ and what follows
 */
export function checkThreadId(value: string): string {
	const id = value.trim();
	if (/^omt_\w+$/.test(id)) return id;
	throw new InputError(
		id === '' ? 'Thread ID is empty' : `Thread ID cannot be "${id}": thread IDs start with omt_`,
		'Take it from a message of the thread, after Lark Trigger or Get: {{ $json.thread_id }}.',
	);
}

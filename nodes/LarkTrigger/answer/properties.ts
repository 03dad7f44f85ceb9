import type { INodeProperties } from 'n8n-workflow';

import { ANY_EVENT } from '../../shared/events/catalog';
import { MESSAGE_RECEIVED } from '../../shared/events/message';
import { InputError } from '../../shared/inputError';
import { answerOptions, readAnswerOptions } from '../../shared/stream/answerProperties';
import type { ParameterSource } from '../../shared/trigger/context';
import { readBoolean } from '../../shared/values';

const forMessages = { events: [MESSAGE_RECEIVED, ANY_EVENT] };

/** Whether what an agent writes is shown in the chat, and how. `readAnswerSettings` reads it. */
export const answerProperties: INodeProperties[] = [
	{
		displayName: 'Stream the Answer',
		name: 'streamAnswer',
		type: 'boolean',
		default: false,
		description:
			'Whether to reply to the message with what the AI Agent writes, while it is being written. Needs an AI Agent of version 2.1 or later with Enable Streaming on, and the scopes im:message:send_as_bot and cardkit:card:write.',
		displayOptions: { show: forMessages },
	},
	{
		displayName: 'Answer Options',
		name: 'answerOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: answerOptions,
		displayOptions: { show: { ...forMessages, streamAnswer: [true] } },
	},
];

/**
 * Reads how an answer is shown.
 *
 * @returns undefined when it is not
 * @throws InputError for a value that is not of its kind
 */
export function readAnswerSettings(source: ParameterSource) {
	const given = source.getNodeParameter('streamAnswer', false);
	const isExpression = typeof given === 'string' && given !== 'true' && given !== 'false';
	if (isExpression) {
		throw new InputError(
			'Stream the Answer is neither on nor off',
			'Use the switch: n8n must know it before the event comes.',
		);
	}
	return readBoolean('Stream the Answer', given)
		? readAnswerOptions(source.getNodeParameter('answerOptions', {}))
		: undefined;
}

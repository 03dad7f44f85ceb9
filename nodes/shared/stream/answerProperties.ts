import type { INodeProperties } from 'n8n-workflow';

import { toObject } from '../events/values';
import { readField } from '../values';
import { sameWords, THINKING } from './words';
import type { LiveAnswerSettings } from './liveAnswer';

/** How an answer is shown; `readAnswerOptions` reads it. */
export const answerOptions: INodeProperties[] = [
	{
		displayName: 'Reply in Thread',
		name: 'replyInThread',
		type: 'boolean',
		default: true,
		description: 'Whether the answer starts a thread, or goes on in the thread of the message',
	},
	{
		displayName: 'Show Tools',
		name: 'showTools',
		type: 'boolean',
		default: false,
		description: 'Whether a line below the text names the tools that the model is using',
	},
	{
		displayName: 'Words While Thinking',
		name: 'thinking',
		type: 'string',
		default: '',
		placeholder: 'e.g. One moment, please...',
		description:
			'What is shown until the first word of the answer. Leave empty to show nothing. Without this option it is "Thinking...", in the language of the reader.',
	},
];

/**
 * Reads the options of an answer.
 *
 * @throws InputError for a value that is not of its kind
 */
export function readAnswerOptions(given: unknown): LiveAnswerSettings & { replyInThread: boolean } {
	const options = toObject(given);
	const read = (name: string) => {
		const field = answerOptions.find((option) => option.name === name) as INodeProperties;
		return options[name] === undefined ? undefined : readField(field, options[name]);
	};
	const words = read('thinking');
	return {
		replyInThread: read('replyInThread') === true,
		showsTools: read('showTools') !== false,
		thinking: words === undefined ? THINKING : words === '' ? undefined : sameWords(String(words)),
	};
}

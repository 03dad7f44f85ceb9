import { switchOption } from './field';

/** Where the answer to a message stands. */
export const replyInThread = switchOption({
	displayName: 'Reply in Thread',
	name: 'reply_in_thread',
	type: 'boolean',
	default: true,
	description:
		'Whether to answer in a thread under the message. A message that is in a thread is always answered there.',
});

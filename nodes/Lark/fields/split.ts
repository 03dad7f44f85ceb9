import { switchOption } from './field';

/** The option that lets a long text become several messages. */
export const split = switchOption({
	displayName: 'Split Long Messages',
	name: 'split',
	type: 'boolean',
	default: false,
	description:
		'Whether to send a text that is too long for one message as several messages, in order',
});

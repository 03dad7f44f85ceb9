import { InputError } from '../../../shared/inputError';
import { pushFollowUp } from '../../../shared/lark/messages';
import { messageIdField } from '../../fields/messageId';
import type { Operation } from '../operation';

const MAX_BUBBLES = 3;
const MAX_LENGTH = 200;

const message = messageIdField({
	description:
		"The bot's message, by its message_id (om_...). It must be the latest one of the chat and less than 10 minutes old.",
});

export const messageSendFollowUpBubbles: Operation = {
	name: 'Send Follow-Up Bubbles',
	value: 'sendFollowUpBubbles',
	action: 'Send follow-up bubbles under a message',
	description:
		'Suggest up to 3 answers under the latest message of the bot in a Lark chat with one person. A click sends the text.',
	endpoints: [pushFollowUp],
	lanes: [message],
	properties: [
		message.property,
		{
			displayName: 'Bubbles',
			name: 'bubbles',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Bubble' },
			default: [],
			required: true,
			placeholder: 'e.g. Show me more',
			description: `1 to ${MAX_BUBBLES} texts of up to ${MAX_LENGTH} characters each`,
		},
	],

	async execute(item) {
		const message_id = message.read(item);
		const follow_ups = checkBubbles(item.strings('bubbles')).map((content) => ({ content }));
		await item.lark.call(pushFollowUp, {
			path: { message_id },
			body: { follow_ups },
		});
		return { message_id, success: true };
	},
};

function checkBubbles(texts: string[]): string[] {
	const fix = `Enter 1 to ${MAX_BUBBLES} texts of up to ${MAX_LENGTH} characters each.`;
	if (texts.length === 0) throw new InputError('Bubbles is empty', fix);
	if (texts.length > MAX_BUBBLES) {
		throw new InputError(
			`Bubbles has ${texts.length} texts, Lark takes at most ${MAX_BUBBLES}`,
			fix,
		);
	}
	const long = texts.find((text) => text.length > MAX_LENGTH);
	if (long === undefined) return texts;
	throw new InputError(
		`Bubbles has a text of ${long.length} characters, Lark takes at most ${MAX_LENGTH}`,
		fix,
	);
}

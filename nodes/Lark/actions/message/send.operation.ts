import { BOT_OR_USER, type Operation } from '../operation';
import { contentProperties, readContent, sendTypes } from './content';
import { deliver } from './deliver';
import { receiverProperty, recogniseReceiver, resolveReceiver } from './receiver';

/** POST /open-apis/im/v1/messages, im-v1/message/create. */
export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send a message',
	description: 'Send a message of any type to a Lark chat or person',
	identities: BOT_OR_USER,
	properties: [receiverProperty, ...contentProperties(sendTypes)],

	async execute(item) {
		const address = recogniseReceiver(item.string('receiver'));
		const messages = await readContent(item, sendTypes);
		const receiver = await resolveReceiver(item, address);
		return await deliver(
			item,
			messages.map((message) => ({ ...receiver, ...message })),
		);
	},
};

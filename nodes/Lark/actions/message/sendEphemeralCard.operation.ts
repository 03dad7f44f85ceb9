import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { chatProperty, checkChatId } from '../common/chat';
import { personProperty, readPerson } from '../common/person';
import type { Operation } from '../operation';
import { cardProperties, readCardObject } from './content/cardAlone';

const VIEWER_KINDS = ['open_id', 'user_id', 'email'] as const;

type Viewer = Partial<Record<(typeof VIEWER_KINDS)[number], string>>;

/** The endpoint is not in the SDK; typed by im-v1/message-card/uETOyYjLxkjM24SM5IjN. */
type SendEphemeral = (payload?: {
	data: Viewer & { chat_id: string; msg_type: 'interactive'; card: IDataObject };
}) => Promise<{ data?: { message_id: string } }>;

const viewerProperty: INodeProperties = {
	...personProperty,
	displayName: 'Visible To',
	name: 'viewer',
	description:
		'The member of the chat who sees the card, by open_id (ou_...), user_id, email address or phone number',
};

/** POST /open-apis/ephemeral/v1/send, im-v1/message-card/uETOyYjLxkjM24SM5IjN; card is an object. */
export const sendEphemeralCard: Operation = {
	name: 'Send Ephemeral Card',
	value: 'sendEphemeralCard',
	action: 'Send an ephemeral card',
	description:
		'Show a card to one person in a Lark group. It comes without a notification, and nobody else sees it. Not protected against sending twice.',
	properties: [chatProperty, viewerProperty, ...cardProperties()],

	async execute(item) {
		const chat_id = checkChatId(item.string('chatId'));
		const card = readCardObject(item);
		const { id, type } = await readPerson(item, 'Visible To', 'viewer', VIEWER_KINDS);
		return await item.lark.call<SendEphemeral>({
			method: 'POST',
			url: '/open-apis/ephemeral/v1/send',
			body: { chat_id, [type]: id, msg_type: 'interactive', card },
		});
	},
};
